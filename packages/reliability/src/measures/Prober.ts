import { Worker } from 'node:worker_threads'
import { distributionOf } from '@tafelrunde/bench/distributionOf'
import type { Distribution } from '@tafelrunde/bench/Job'

interface Answer {
  readonly ms: number
  readonly isAnswered: boolean
}

/** How fast a server answers the cheapest request, for whoever asks from outside. */
export interface ProbeResult extends Distribution {
  readonly longestMs: number
  readonly unanswered: number
}

/** Asks a server a hundred times a second whether it is there. */
export class Prober {
  readonly #worker: Worker
  #answers: Answer[] = []

  constructor({ port, probePath }: { readonly port: number; readonly probePath: string }) {
    this.#worker = new Worker(new URL('./prober.worker.ts', import.meta.url), {
      workerData: `http://127.0.0.1:${port}${probePath}`,
    })
    this.#worker.on('message', (answer: Answer) => this.#answers.push(answer))
  }

  /** Answers since the last call. */
  take(): ProbeResult {
    const answers = this.#answers
    this.#answers = []
    const answered = answers.filter(({ isAnswered }) => isAnswered).map(({ ms }) => ms)
    const longestMs = answered.reduce((longest, ms) => Math.max(longest, ms), 0)
    return { ...distributionOf(answered), longestMs, unanswered: answers.length - answered.length }
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
