import { newId } from '@tafelrunde/schema/plain'
import { until } from '@tafelrunde/testkit'
import type { Member } from './System.ts'

/** Write that many notes so that each becomes a row of its own: everybody waits until the one before is saved. */
export async function writeRows(members: readonly Member[], rows: number): Promise<void> {
  const series = newId<string>()
  for (let left = rows; left > 0; left -= members.length) {
    for (const [at, member] of members.slice(0, left).entries())
      member.write(`${series}-${at}-${member.written.length}`)
    await until(() => members.every((member) => member.isSaved), { what: 'a row to be saved' })
  }
}
