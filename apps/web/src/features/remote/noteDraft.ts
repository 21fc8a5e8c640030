/** A note that somebody is writing. */
export interface NoteDraft {
  readonly text: string
  /** What the server had when its text was taken over last. */
  readonly base: string
  /** What this page has sent since; coming back, it is nobody else's. */
  readonly sent: readonly string[]
}

/** A person who types without a pause has this many saves under way at most. */
const mostSent = 8

/** Two moderators write at the same note without one overwriting the other unasked. */
export const noteDraft = {
  of: (saved: string): NoteDraft => ({ text: saved, base: saved, sent: [] }),

  /** What is typed now. */
  type: (draft: NoteDraft, text: string): NoteDraft => ({ ...draft, text }),

  /** The text is on its way to the server. */
  send: (draft: NoteDraft, text: string): NoteDraft => ({ ...draft, sent: [...draft.sent, text].slice(-mostSent) }),

  /** After the server has `saved`: whoever has changed nothing follows; one's own words come back without a word. */
  receive(draft: NoteDraft, saved: string): NoteDraft {
    if (saved === draft.base) return draft
    if (isSame(draft.text, saved) || draft.sent.some((text) => isSame(text, saved))) return { ...draft, base: saved }
    return isSame(draft.text, draft.base) ? noteDraft.of(saved) : draft
  },

  /** What somebody else has saved meanwhile, to be decided about; null if there is nothing to decide. */
  theirs: (draft: NoteDraft, saved: string): string | null => (saved === draft.base ? null : saved),

  /** Keep one's own text although somebody else has saved another one. */
  insist: (draft: NoteDraft, saved: string): NoteDraft => ({ ...draft, base: saved }),

  isChanged: (draft: NoteDraft): boolean => !isSame(draft.text, draft.base),
}

/** A line break at the end is no difference, and neither are two spellings of the same letter. */
function isSame(a: string, b: string): boolean {
  return a.normalize('NFC').trim() === b.normalize('NFC').trim()
}
