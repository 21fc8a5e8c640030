/** A storage that lasts as long as the page: where the browser keeps none for us, and in tests without a browser. */
export class MemoryStorage implements Storage {
  readonly #values = new Map<string, string>();
  [name: string]: unknown

  get length(): number {
    return this.#values.size
  }

  clear(): void {
    this.#values.clear()
  }

  getItem(key: string): string | null {
    return this.#values.get(key) ?? null
  }

  key(index: number): string | null {
    return [...this.#values.keys()][index] ?? null
  }

  removeItem(key: string): void {
    this.#values.delete(key)
  }

  setItem(key: string, value: string): void {
    this.#values.set(key, value)
  }
}
