import { join } from 'node:path'

const folder = process.env['FAULT_FOLDER']
if (folder === undefined) throw new Error('FAULT_FOLDER names the folder through which faults are switched')

/** A file through which a fault is switched, seen from the server's side. */
export function faultFile(name: string): string {
  return join(folder as string, name)
}
