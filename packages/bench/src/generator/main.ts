import type { Job } from './Job.ts'
import { runJob } from './runJob.ts'

// The generator's own process: takes one job as a message, says when the load begins, answers with the result.

process.once('message', (job: Job) => {
  runJob(job, () => process.send?.({ type: 'started' })).then(
    (result) => process.send?.({ type: 'result', result }, () => process.exit(0)),
    (error: unknown) => {
      process.send?.(
        { type: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) },
        () => process.exit(1),
      )
    },
  )
})
