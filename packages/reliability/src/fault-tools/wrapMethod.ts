/** A method, whatever it takes and gives. */
export type Method = (this: unknown, ...args: unknown[]) => unknown

/** Put something around a method of an object or prototype that belongs to somebody else. */
export function wrapMethod(owner: object, name: string, wrapped: (real: Method) => Method): void {
  const real: Method = Reflect.get(owner, name)
  Reflect.set(owner, name, wrapped(real))
}
