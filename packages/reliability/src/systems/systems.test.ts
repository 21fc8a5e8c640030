import { until } from '@tafelrunde/testkit'
import { expect, it } from 'vitest'
import { HonestPair } from '../measures/HonestPair.ts'
import { memoryOf } from '../measures/memoryOf.ts'
import { Prober } from '../measures/Prober.ts'
import { SYSTEMS } from './systems.ts'

it.each(Object.values(SYSTEMS))('$name: people write together, and the measures see it', async (system) => {
  const running = await system.start()
  try {
    const room = await running.openRoom()
    const pair = await HonestPair.join(room)
    const prober = new Prober(running)
    const latency = await pair.measure(300)
    expect(latency.count).toBeGreaterThan(5)
    expect(latency.p95).toBeGreaterThan(0)
    expect(latency.p95).toBeLessThan(500)
    await until(() => pair.isQuiet && pair.writer.isSaved)
    expect(pair.reader.notes()).toHaveLength(pair.writer.written.length)
    expect(pair.writer.acknowledged()).toHaveLength(system.acknowledges ? pair.writer.written.length : 0)
    pair.reader.point(3, 4)
    await until(() => pair.writer.pointersSeen > 0, { what: 'a pointer to be seen' })
    expect(await room.readNotes()).toHaveLength(pair.writer.written.length)
    expect(memoryOf(running.pid)).toBeGreaterThan(20)
    await until(() => prober.take().count > 3, { what: 'the prober to be answered' })
    await prober.stop()
  } finally {
    await running.stop()
  }
  expect(running.isRunning).toBe(false)
})
