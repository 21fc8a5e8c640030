import { Participant } from '@tafelrunde/participant'
import {
  CockpitState,
  Done,
  JoinResponse,
  RevealResponse,
  RunResponse,
  VoteResponse,
  type ErrorCode,
  type RunCommand,
} from '@tafelrunde/protocol'
import type { GroupId, RunState, SeatId, StepId } from '@tafelrunde/schema/plain'
import { refusalOr } from './Api.ts'
import type { Scene } from './Scene.ts'

/** Who leads the rehearsal, by the calls that the cockpit makes; and looks at every board. */
export class SimulatedModerator {
  readonly eyes: Participant
  readonly #scene: Scene
  readonly #token: string
  readonly #path: string

  constructor(scene: Scene, { token, seat }: JoinResponse) {
    const { url, workshopId } = scene.order
    this.#scene = scene
    this.#token = token
    this.#path = `/workshops/${workshopId}`
    this.eyes = new Participant({
      syncUrl: `${url.replace(/^http/, 'ws')}/sync`,
      token,
      seatId: seat.id as SeatId,
      workshopId,
      groupId: null,
    })
  }

  /** Take the moderator's seat. @throws ApiRefusal */
  static async join(scene: Scene): Promise<SimulatedModerator> {
    const body = { invite: scene.order.invites.moderator }
    return new SimulatedModerator(scene, await scene.api.call('POST', '/seats', { schema: JoinResponse, body }))
  }

  /** Give a command. Null, or the code with which it was refused. */
  async command(command: RunCommand): Promise<ErrorCode | null> {
    const done = await refusalOr(this.#post('/run', { schema: RunResponse, body: command }))
    return 'refusal' in done ? done.refusal : null
  }

  /** Let everybody in who waits in the lobby. */
  async admitAll(): Promise<void> {
    await this.#post('/seats/admit', { schema: Done, body: {} })
  }

  /** Give people a group, as moderators do by hand. */
  async assign(assignments: readonly { readonly seatId: SeatId; readonly groupId: GroupId }[]): Promise<void> {
    if (assignments.length > 0) await this.#post('/seats/assign', { schema: Done, body: { assignments } })
  }

  /** Show the hidden notes; how many there were. */
  async reveal(): Promise<number> {
    const revealed = await refusalOr(this.#post('/reveal', { schema: RevealResponse, body: { hasAuthors: true } }))
    return 'value' in revealed ? revealed.value.notes : 0
  }

  /** Open the vote that the step plans. */
  openVote(stepId: StepId): Promise<{ readonly value: VoteResponse } | { readonly refusal: ErrorCode }> {
    return refusalOr(this.#post('/votes', { schema: VoteResponse, body: { stepId } }))
  }

  closeVote(roundId: string): Promise<{ readonly value: VoteResponse } | { readonly refusal: ErrorCode }> {
    return refusalOr(this.#post(`/votes/${roundId}/close`, { schema: VoteResponse }))
  }

  /** Make canvases or priorities of these options. Whether that was possible. */
  async takeWinners(roundId: string, optionIds: readonly string[]): Promise<boolean> {
    return (
      'value' in
      (await refusalOr(this.#post(`/votes/${roundId}/winners`, { schema: RunResponse, body: { optionIds } })))
    )
  }

  /** The run state as the cockpit shows it. */
  async lookAtCockpit(): Promise<RunState> {
    const { run } = await this.#scene.api.call('GET', `${this.#path}/cockpit`, {
      schema: CockpitState,
      token: this.#token,
    })
    return run as unknown as RunState
  }

  /** Close the workshop. Null, or the code with which it was refused. */
  async close(): Promise<ErrorCode | null> {
    const closed = await refusalOr(this.#post('/close', { schema: RunResponse }))
    return 'refusal' in closed ? closed.refusal : null
  }

  /** The results, as text. */
  exportResults(): Promise<string> {
    return this.#scene.api.text('GET', `${this.#path}/results.json`, { token: this.#token })
  }

  leave(): void {
    this.eyes.leave()
  }

  #post<T>(end: string, call: { readonly schema: { parse(value: unknown): T }; readonly body?: unknown }): Promise<T> {
    return this.#scene.api.call('POST', `${this.#path}${end}`, { ...call, token: this.#token })
  }
}
