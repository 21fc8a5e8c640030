export {
  closeEntry,
  EntryReader,
  frameEntry,
  frameHead,
  keepAliveEntry,
  MalformedEntries,
  type Entry,
} from './codec.ts'
export { HttpSocket, type HttpSocketOptions, type NetworkMemory, type Pace } from './HttpSocket.ts'
