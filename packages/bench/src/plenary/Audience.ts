import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Distribution } from '../generator/Job.ts'

/** Who is in an audience and what they connect to. */
export interface AudienceJob {
  readonly port: number
  readonly workshopId: string
  /** Tokens of seats that hold the plenary's event stream, one each. */
  readonly streamTokens: readonly string[]
  /** Tokens of seats that sync the run state over a socket, one each. */
  readonly socketTokens: readonly string[]
}

/** What an audience has seen of a list of marks. */
export interface AudienceReport {
  /** From the moment that stands in the mark until a client had it, over all clients and marks, ms. */
  readonly latency: Distribution
  /** Marks that a client has not seen, over all clients. */
  readonly missing: number
}

/** What is sent to the process of an audience, and what comes back. */
export type AudienceMessage =
  | { readonly type: 'job'; readonly job: AudienceJob }
  | { readonly type: 'report'; readonly marks: readonly Mark[] }
  | { readonly type: 'ready' }
  | { readonly type: 'reported'; readonly report: AudienceReport }

/** A piece of text that reaches the clients once, and when it was meant to be sent (epoch ms, fractional). */
export interface Mark {
  readonly text: string
  readonly sentAt: number
  /** Only clients of this kind get it; all if not given. */
  readonly kind?: 'stream'
}

/** Hundreds of clients that only look, in a process of their own. */
export class Audience {
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** Resolves when every client has its first state. */
  static async gather(job: AudienceJob): Promise<Audience> {
    const child = fork(join(import.meta.dirname, 'audience.main.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=4096'],
    })
    const audience = new Audience(child)
    await audience.#ask({ type: 'job', job }, 'ready')
    return audience
  }

  async report(marks: readonly Mark[]): Promise<AudienceReport> {
    return (await this.#ask({ type: 'report', marks }, 'reported')).report
  }

  leave(): void {
    this.#child.kill('SIGKILL')
  }

  #ask<T extends AudienceMessage['type']>(
    message: AudienceMessage,
    answer: T,
  ): Promise<Extract<AudienceMessage, { type: T }>> {
    const { promise, resolve, reject } = Promise.withResolvers<Extract<AudienceMessage, { type: T }>>()
    const onExit = (code: number | null): void => reject(new Error(`the audience ended with ${code}`))
    this.#child.once('exit', onExit)
    this.#child.once('message', (reply: AudienceMessage) => {
      this.#child.off('exit', onExit)
      resolve(reply as Extract<AudienceMessage, { type: T }>)
    })
    this.#child.send(message)
    return promise.then((reply) => {
      if (reply.type !== answer) throw new Error(`the audience answered ${reply.type}`)
      return reply
    })
  }
}
