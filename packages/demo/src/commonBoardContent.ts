import type { BoardContent, TalkId } from '@tafelrunde/schema/plain'
import type { DemoCommonBoard } from './DemoContent.ts'
import { freeNoteContent, noteContent } from './noteContent.ts'

/** The common board after the talks: harvested practice and questions, tagged to their talk. */
export function commonBoardContent(board: DemoCommonBoard, talkIds: readonly TalkId[]): BoardContent {
  return {
    canvases: [
      {
        templateId: 'harvest',
        title: board.title,
        items: board.harvest.map(({ fieldId, ...note }) =>
          noteContent({ ...note, harvestKind: fieldId }, fieldId, talkIds),
        ),
      },
    ],
    freeItems: board.freeNotes.map(freeNoteContent),
  }
}
