import { hocuspocus } from './hocuspocus.ts'
import { ours } from './ours.ts'
import type { System, SystemName } from './System.ts'
import { yWebsocket } from './yWebsocket.ts'

/** Every system by its name. */
export const SYSTEMS: Readonly<Record<SystemName, System>> = { ours, H: hocuspocus, Y: yWebsocket }
