/** A choice of this device from storage, if it is one of the possible values. */
export function storedChoice<Value extends string>(key: string, values: readonly Value[]): Value | null {
  const stored = localStorage.getItem(key)
  return values.find((value) => value === stored) ?? null
}
