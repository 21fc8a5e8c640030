import type { Language } from './language.ts'
import type { Messages, Section } from './messages.ts'

/** Fetch a section in one language; a chunk of its own. */
export async function loadSection(language: Language, section: Section): Promise<Partial<Messages>> {
  const isEnglish = language === 'en'
  switch (section) {
    case 'board':
      if (isEnglish) return (await import('./messages.board.en.ts')).boardMessages
      return (await import('./messages.board.de.ts')).boardMessages
    case 'stage':
      if (isEnglish) return (await import('./messages.stage.en.ts')).stageMessages
      return (await import('./messages.stage.de.ts')).stageMessages
    case 'home': {
      const texts = isEnglish ? import('./messages/home.en.ts') : import('./messages/home.de.ts')
      return { home: (await texts).home }
    }
    case 'legalPages': {
      const texts = isEnglish ? import('./messages/legalPages.en.ts') : import('./messages/legalPages.de.ts')
      return { legalPages: (await texts).legalPages }
    }
    case 'check': {
      const { check } = isEnglish ? await import('./messages/check.en.ts') : await import('./messages/check.de.ts')
      return { check }
    }
    case 'groups': {
      const texts = isEnglish ? import('./messages/groups.en.ts') : import('./messages/groups.de.ts')
      return { groups: (await texts).groups }
    }
    case 'signals': {
      const texts = isEnglish ? import('./messages/signals.en.ts') : import('./messages/signals.de.ts')
      return { signals: (await texts).signals }
    }
    case 'clusters': {
      const texts = isEnglish ? import('./messages/clusters.en.ts') : import('./messages/clusters.de.ts')
      return { clusters: (await texts).clusters }
    }
    case 'hiddenWriting': {
      const texts = isEnglish ? import('./messages/hiddenWriting.en.ts') : import('./messages/hiddenWriting.de.ts')
      return { hiddenWriting: (await texts).hiddenWriting }
    }
    case 'moderation': {
      const texts = isEnglish ? import('./messages/moderation.en.ts') : import('./messages/moderation.de.ts')
      return { moderation: (await texts).moderation }
    }
    case 'offers': {
      const texts = isEnglish ? import('./messages/offers.en.ts') : import('./messages/offers.de.ts')
      return { offers: (await texts).offers }
    }
    case 'submission': {
      const texts = isEnglish ? import('./messages/submission.en.ts') : import('./messages/submission.de.ts')
      return { submission: (await texts).submission }
    }
    case 'rehearsal': {
      const texts = isEnglish ? import('./messages/rehearsal.en.ts') : import('./messages/rehearsal.de.ts')
      return { rehearsal: (await texts).rehearsal }
    }
    case 'remote': {
      const { remote } = isEnglish ? await import('./messages/remote.en.ts') : await import('./messages/remote.de.ts')
      return { remote }
    }
    case 'votes': {
      const texts = isEnglish ? import('./messages/votes.en.ts') : import('./messages/votes.de.ts')
      return { votes: (await texts).votes }
    }
  }
}
