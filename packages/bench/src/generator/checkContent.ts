import { openBoard, readBoard } from '@tafelrunde/schema'
import * as Y from 'yjs'
import { WIRES } from '../wire/wires.ts'
import { Coverage } from './Coverage.ts'
import type { Job } from './Job.ts'
import { loadDocument } from './loadDocument.ts'
import type { SimulatedWriter } from './SimulatedWriter.ts'

/**
 * Whether a run counts: every client got every edit of its room, the server gives a newcomer every edit, and a
 * watched client's board reads the same as the newcomer's. Gives what is wrong.
 */
export async function checkContent(job: Job, writers: readonly SimulatedWriter[]): Promise<readonly string[]> {
  const problems: string[] = []
  for (const [room, places] of job.rooms.entries()) {
    const members = writers.filter((writer) => writer.room === room)
    for (const receiver of members) {
      const coverage = new Coverage()
      for (const update of updatesOf(receiver)) coverage.add(update)
      const others = members.filter((writer) => writer !== receiver)
      problems.push(...missing(coverage, others, `a client in room ${room}`))
    }
    const [firstPlace] = places
    if (job.wire === 'bare' || !firstPlace) continue
    const state = await loadDocument(WIRES[job.wire], job.port, firstPlace)
    const served = new Coverage()
    served.add(state)
    problems.push(...missing(served, members, `the server in room ${room}`))
    const watched = members.find((writer) => writer.isWatched)
    if (watched && boardText([state]) !== boardText([...updatesOf(watched), ...ownEdits(watched)])) {
      problems.push(`room ${room}: a client's board reads differently from the server's`)
    }
  }
  return problems
}

function* updatesOf(writer: SimulatedWriter): Generator<Uint8Array> {
  yield* writer.received
  yield* writer.readUnread()
}

function ownEdits(writer: SimulatedWriter): readonly Uint8Array[] {
  return writer.writing.edits.slice(0, writer.sentEdits).map(({ update }) => update)
}

function missing(coverage: Coverage, writers: readonly SimulatedWriter[], where: string): readonly string[] {
  return writers.flatMap(({ writing, sentEdits }) => {
    const wanted = writing.edits[sentEdits - 1]?.clockAfter ?? 0
    const held = coverage.next(writing.clientId)
    return held >= wanted ? [] : [`${where} holds client ${writing.clientId} below ${held} of ${wanted}`]
  })
}

function boardText(updates: readonly Uint8Array[]): string {
  const ydoc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(ydoc, update)
  const text = JSON.stringify(readBoard(openBoard(ydoc)))
  ydoc.destroy()
  return text
}
