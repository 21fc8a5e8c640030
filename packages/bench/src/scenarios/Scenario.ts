import type { Measurement } from '../report/Measurement.ts'

/** One goal of the benchmark. Tells its progress in lines, gives its measurements. */
export interface Scenario {
  readonly id: string
  run(tell: (line: string) => void): Promise<readonly Measurement[]>
}
