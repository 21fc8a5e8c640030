import { fuzzFrames } from './fuzzFrames.ts'

// `node --expose-gc runFuzz.ts SEED FRAMES`; the report goes out as one line of JSON.

const report = await fuzzFrames(Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 60_000))
process.stdout.write(`${JSON.stringify(report)}\n`)
