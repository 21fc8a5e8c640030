import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { Job, JobResult } from './Job.ts'

type Message =
  | { readonly type: 'started' }
  | { readonly type: 'result'; readonly result: JobResult }
  | { readonly type: 'broken'; readonly message: string }

/** Runs a job in a process of its own, so that the load's work and garbage stay out of ours. */
export function runGenerator(job: Job, onStarted?: () => void): Promise<JobResult> {
  const { promise, resolve, reject } = Promise.withResolvers<JobResult>()
  const child = fork(join(import.meta.dirname, 'main.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=4096'],
  })
  child.on('message', (message: Message) => {
    if (message.type === 'started') onStarted?.()
    else if (message.type === 'result') resolve(message.result)
    else reject(new Error(message.message))
  })
  child.once('exit', (code) => reject(new Error(`the generator ended with ${code}`)))
  child.send(job)
  return promise
}
