import { bareWire } from './bareWire.ts'
import { hocuspocusWire } from './hocuspocusWire.ts'
import type { Wire, WireName } from './Wire.ts'
import { yWebsocketWire } from './yWebsocketWire.ts'

/** Every dialect by its name. */
export const WIRES: Readonly<Record<WireName, Wire>> = {
  hocuspocus: hocuspocusWire,
  'y-websocket': yWebsocketWire,
  bare: bareWire,
}
