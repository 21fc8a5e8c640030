import type { RunningSystem, StartOptions, System } from './System.ts'

/** Start a system for some work and end it afterwards, whatever happens. */
export async function withSystem<R extends RunningSystem, T>(
  system: Omit<System, 'start'> & { start(options?: StartOptions): Promise<R> },
  options: StartOptions,
  work: (running: R) => Promise<T>,
): Promise<T> {
  const running = await system.start(options)
  try {
    return await work(running)
  } finally {
    await running.stop()
  }
}
