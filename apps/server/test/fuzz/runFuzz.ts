import { measureAttacks } from './attackCost.ts'
import { fuzzFrames } from './fuzzFrames.ts'

// `node --expose-gc runFuzz.ts SEED FRAMES`, or `attacks` in place of the seed; the report goes out as one line of JSON.

const [what = '1', frames = '60000'] = process.argv.slice(2)
const report = what === 'attacks' ? measureAttacks() : await fuzzFrames(Number(what), Number(frames))
process.stdout.write(`${JSON.stringify(report)}\n`)
