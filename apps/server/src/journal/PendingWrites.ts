import type { DocumentName } from '@tafelrunde/protocol'

/** Counts what is on its way to the disk, by document, and tells when nothing is. */
export class PendingWrites {
  readonly #pending = new Map<DocumentName, number>()
  #waiting: { document: DocumentName | null; resolve: () => void }[] = []

  /** A write counts from the moment it is asked for: whoever lets a document go then must wait for it. */
  async count<T>(document: DocumentName, write: () => Promise<T>): Promise<T> {
    this.#pending.set(document, (this.#pending.get(document) ?? 0) + 1)
    try {
      return await write()
    } finally {
      const left = (this.#pending.get(document) ?? 1) - 1
      if (left > 0) this.#pending.set(document, left)
      else this.#pending.delete(document)
      if (this.#waiting.length > 0) this.#wake()
    }
  }

  /** Resolves when nothing of the document (of any, if none is given) is under way. */
  async settled(document: DocumentName | null): Promise<void> {
    if (this.#isSettled(document)) return
    await new Promise<void>((resolve) => this.#waiting.push({ document, resolve }))
  }

  #isSettled(document: DocumentName | null): boolean {
    return document === null ? this.#pending.size === 0 : !this.#pending.has(document)
  }

  #wake(): void {
    const done = this.#waiting.filter(({ document }) => this.#isSettled(document))
    this.#waiting = this.#waiting.filter(({ document }) => !this.#isSettled(document))
    for (const { resolve } of done) resolve()
  }
}
