import {
  newId,
  type BoardContent,
  type Evidence,
  type FieldId,
  type ItemAttributes,
  type TalkId,
} from '@tafelrunde/schema/plain'
import { commonBoardContent } from './commonBoardContent.ts'
import { DEMO_CONTENTS, type DemoLanguage } from './demoContents.ts'
import { groupBoardContent } from './groupBoardContent.ts'
import { attributesOf } from './noteContent.ts'
import { PEOPLE } from './people.ts'

/** A note that a simulated participant will type, with what it then says about it. */
export interface PendingIdea {
  readonly fieldId: FieldId
  readonly text: string
  readonly attributes: ItemAttributes
  readonly evidence: Evidence | null
}

/** One group of the demo. */
export interface DemoWorkshopGroup {
  readonly name: string
  readonly topic: string
  readonly targetGroupTitle: string
  readonly content: BoardContent
  readonly pending: readonly PendingIdea[]
}

/** The OZG-Marketing workshop of 3 March 2022, made up but for date, host and topics. Times are ISO 8601. */
export interface DemoWorkshop {
  readonly workshop: {
    readonly title: string
    readonly language: 'de' | 'en'
    readonly startsAt: string
    readonly endsAt: string
    readonly timeZone: string
    readonly organisations: readonly string[]
    /** Ids of this content; items of the common board refer to them. */
    readonly talks: readonly { readonly id: TalkId; readonly organisation: string; readonly title: string }[]
    readonly targetGroups: readonly string[]
    readonly isExample: true
  }
  readonly groups: readonly DemoWorkshopGroup[]
  readonly common: BoardContent
  /** `group` counts the groups from 0. */
  readonly people: readonly { readonly name: string; readonly organisation: string; readonly group: number }[]
}

/**
 * The whole demo workshop as data, complete as at the end of the day. Each call makes new ids; everything else is the
 * same each time.
 */
export function demoWorkshop(language: DemoLanguage): DemoWorkshop {
  const { frame, commonBoard, groups } = DEMO_CONTENTS[language]
  const talks = frame.talks.map((talk) => ({ id: newId<TalkId>(), ...talk }))
  return {
    workshop: {
      title: frame.title,
      language,
      startsAt: '2022-03-03T09:00:00+01:00',
      endsAt: '2022-03-03T13:00:00+01:00',
      timeZone: 'Europe/Berlin',
      organisations: frame.organisations,
      talks,
      targetGroups: groups.map((group) => group.targetGroup),
      isExample: true,
    },
    groups: groups.map((group) => ({
      name: group.name,
      topic: group.topic,
      targetGroupTitle: group.targetGroup,
      content: groupBoardContent(group),
      pending: group.pending.map((note) => ({
        fieldId: note.fieldId,
        text: note.text,
        attributes: attributesOf(note, []),
        evidence: note.evidence ?? null,
      })),
    })),
    common: commonBoardContent(
      commonBoard,
      talks.map((talk) => talk.id),
    ),
    people: PEOPLE.map(({ name, organisation, group }) => ({
      name,
      organisation: frame.organisations[organisation] ?? '',
      group,
    })),
  }
}
