import type { ItemId } from '@tafelrunde/schema'
import { Store } from './Store.ts'

/** Which notes this person has chosen, which one the keyboard is on, and which one is open for writing. */
export interface SelectionState {
  readonly chosen: ReadonlySet<ItemId>
  readonly current: ItemId | null
  readonly editing: ItemId | null
}

/**
 * 1. `editing` is always the only chosen item, or null.
 * 2. `current` survives the loss of focus, so that a view switch finds it again.
 */
export class Selection extends Store<SelectionState> {
  constructor() {
    super({ chosen: new Set(), current: null, editing: null })
  }

  choose(ids: Iterable<ItemId>): void {
    const chosen = new Set(ids)
    const [first] = chosen
    this.set({ chosen, current: this.get().current ?? first ?? null, editing: null })
  }

  chooseOnly(id: ItemId): void {
    const state = this.get()
    if (state.current === id && state.chosen.size === 1 && state.chosen.has(id) && state.editing === null) return
    this.set({ chosen: new Set([id]), current: id, editing: null })
  }

  toggle(id: ItemId): void {
    const chosen = new Set(this.get().chosen)
    if (!chosen.delete(id)) chosen.add(id)
    this.set({ chosen, current: id, editing: null })
  }

  edit(id: ItemId): void {
    this.set({ chosen: new Set([id]), current: id, editing: id })
  }

  stopEditing(): void {
    if (this.get().editing !== null) this.patch({ editing: null })
  }

  clear(): void {
    const state = this.get()
    if (state.chosen.size === 0 && state.editing === null) return
    this.set({ chosen: new Set(), current: state.current, editing: null })
  }

  /** Drop what is no longer on the board. */
  retain(isThere: (id: ItemId) => boolean): void {
    const state = this.get()
    const chosen = new Set([...state.chosen].filter(isThere))
    const isSame = chosen.size === state.chosen.size
    const current = state.current !== null && isThere(state.current) ? state.current : null
    const editing = state.editing !== null && isThere(state.editing) ? state.editing : null
    if (isSame && current === state.current && editing === state.editing) return
    this.set({ chosen, current, editing })
  }
}
