export {
  Acknowledgements,
  OpenedDocument,
  Participant,
  SeededRandom,
  unsentTexts,
  until,
  type DocumentEvents,
  type JoinOptions,
  type OnSaved,
  type OpenOptions,
  type ParticipantOptions,
  type Transport,
  type TrayText,
  type UnsentText,
  type UntilOptions,
} from '@tafelrunde/participant'
export { createWorkshop, inviteOf } from './createWorkshop.ts'
export type { ProxyMode } from './proxies/ProxyMode.ts'
export { startProxy, type Proxy, type ProxyOptions } from './proxies/startProxy.ts'
export { SERVER_ARGUMENTS } from './serverArguments.ts'
export { freePort, startServer, type ServerExit, type ServerOptions, type ServerProcess } from './startServer.ts'
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
