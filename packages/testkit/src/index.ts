export { Acknowledgements, type OnSaved } from './Acknowledgements.ts'
export { createWorkshop, inviteOf } from './createWorkshop.ts'
export type { Transport } from './observedSocket.ts'
export { OpenedDocument, type DocumentEvents, type OpenOptions } from './OpenedDocument.ts'
export { Participant, type JoinOptions, type ParticipantOptions, type TrayText } from './Participant.ts'
export type { ProxyMode } from './proxies/ProxyMode.ts'
export { startProxy, type Proxy, type ProxyOptions } from './proxies/startProxy.ts'
export { SeededRandom } from './SeededRandom.ts'
export { SERVER_ARGUMENTS } from './serverArguments.ts'
export { freePort, startServer, type ServerExit, type ServerOptions, type ServerProcess } from './startServer.ts'
export { unsentTexts, type UnsentText } from './unsentTexts.ts'
export { until, type UntilOptions } from './until.ts'
export { NetworkEnd, type NetworkClose } from './simulation/NetworkEnd.ts'
export {
  SimulatedNetwork,
  type CutOptions,
  type NetworkConditions,
  type NetworkOptions,
} from './simulation/SimulatedNetwork.ts'
export { simulatedWebSocket, type SocketObserver, type WebSocketSurface } from './simulation/simulatedWebSocket.ts'
export { VirtualClock } from './simulation/VirtualClock.ts'
export { HIT, HOSTILE_LINKS, HOSTILE_TEXTS } from './hostile/hostileTexts.ts'
export { writeHostileBoard } from './hostile/writeHostileBoard.ts'
