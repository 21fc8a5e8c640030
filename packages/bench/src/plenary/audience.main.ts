import { distributionOf } from '../generator/distributionOf.ts'
import type { AudienceJob, AudienceMessage, AudienceReport, Mark } from './Audience.ts'
import { Onlooker } from './Onlooker.ts'
import { watchRunState } from './watchRunState.ts'
import { watchStream } from './watchStream.ts'

// The process of an Audience: takes one job, then reports on lists of marks until it is ended.

const onlookers: Onlooker[] = []

process.on('message', (message: AudienceMessage) => {
  if (message.type === 'job') void gather(message.job).then(() => process.send?.({ type: 'ready' }))
  if (message.type === 'report') process.send?.({ type: 'reported', report: reportOn(message.marks) })
})

async function gather({ port, workshopId, streamTokens, socketTokens }: AudienceJob): Promise<void> {
  for (const token of streamTokens) {
    const onlooker = new Onlooker('stream')
    onlookers.push(onlooker)
    await watchStream({ port, workshopId, token }, onlooker)
  }
  for (const token of socketTokens) {
    const onlooker = new Onlooker('socket')
    onlookers.push(onlooker)
    await watchRunState({ port, workshopId, token }, onlooker)
  }
}

function reportOn(marks: readonly Mark[]): AudienceReport {
  const latencies: number[] = []
  let missing = 0
  for (const onlooker of onlookers) {
    for (const mark of marks) {
      if (mark.kind !== undefined && mark.kind !== onlooker.kind) continue
      const seenAt = onlooker.seenAt(mark.text, mark.sentAt)
      if (seenAt === null) missing += 1
      else latencies.push(seenAt - mark.sentAt)
    }
  }
  for (const onlooker of onlookers) onlooker.forget()
  return { latency: distributionOf(latencies), missing }
}
