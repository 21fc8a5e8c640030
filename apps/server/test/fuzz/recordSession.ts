import {
  addCanvas,
  addItem,
  addItems,
  addRecommendation,
  applyInverse,
  binItem,
  binRecommendation,
  connect,
  draw,
  editItemText,
  openBoard,
  placeItem,
  readBoard,
  seedBoard,
  type Board,
  type Inverse,
} from '@tafelrunde/schema'
import { OPERATIONS } from '@tafelrunde/schema/testing'
import { itemFragment } from '@tafelrunde/schema/transport'
import { SeededRandom } from '@tafelrunde/testkit'
import { installRandom } from '@tafelrunde/testkit/random'
import * as Y from 'yjs'

/** An update as an honest client sends it. */
export interface HonestFrame {
  readonly from: number
  /** What the person did, or how the update was put together. */
  readonly kind: string
  readonly bytes: Uint8Array
}

/** A session of several people, as the server sees it: its board at the beginning, and what arrives in order. */
export interface Recording {
  readonly seed: number
  readonly start: Uint8Array
  readonly frames: readonly HonestFrame[]
}

const PEOPLE = 3
const WORDS = ['Rathaus ', 'eID ', 'Größe ', '👩‍👩‍👧‍👦', '👶', '𝄞', '中文 ', 'العربية ', 'é', '\u2028', ' ']

interface Person {
  ydoc: Y.Doc
  board: Board
  /** Updates that were made without a connection; null while there is one. */
  unsent: Uint8Array[] | null
  undo: Inverse[]
  redo: Inverse[]
}

/** Record what real documents and schema operations send in a session; the same for the same seed. */
export function recordSession(seed: number, actions = 60): Recording {
  const uninstall = installRandom(new SeededRandom(-seed))
  try {
    return new Session(seed).record(actions)
  } finally {
    uninstall()
  }
}

class Session {
  readonly #seed: number
  readonly #random: SeededRandom
  readonly #server = new Y.Doc()
  readonly #start: Uint8Array
  readonly #people: Person[]
  readonly #frames: HonestFrame[] = []
  #kind = ''

  constructor(seed: number) {
    this.#seed = seed
    this.#random = new SeededRandom(seed)
    this.#server.clientID = 1
    prepare(this.#server)
    this.#start = Y.encodeStateAsUpdate(this.#server)
    this.#people = Array.from({ length: PEOPLE }, (_, index) => this.#arrive(index, this.#start))
  }

  record(actions: number): Recording {
    for (let action = 0; action < actions; action += 1) {
      const index = this.#random.integer(0, PEOPLE)
      this.#act(index, this.#people[index] as Person)
    }
    this.#people.forEach((_person, index) => this.#comeBack(index))
    return { seed: this.#seed, start: this.#start, frames: this.#frames }
  }

  #arrive(index: number, state: Uint8Array): Person {
    const ydoc = new Y.Doc()
    ydoc.clientID = this.#random.integer(2, 2 ** 32)
    Y.applyUpdate(ydoc, state, 'server')
    const person: Person = { ydoc, board: openBoard(ydoc), unsent: null, undo: [], redo: [] }
    ydoc.on('update', (bytes: Uint8Array, origin: unknown) => {
      if (origin === 'server') return
      if (person.unsent) person.unsent.push(bytes)
      else this.#send(index, bytes, this.#kind)
    })
    return person
  }

  #send(from: number, bytes: Uint8Array, kind: string): void {
    this.#frames.push({ from, kind, bytes })
    Y.applyUpdate(this.#server, bytes)
    this.#people?.forEach((person, index) => {
      if (index !== from && !person.unsent) Y.applyUpdate(person.ydoc, bytes, 'server')
    })
  }

  #act(index: number, person: Person): void {
    const kinds = ['typing', 'typing', 'operation', 'operation', 'operation', 'undo', 'redo', 'marks', 'blocks']
    const rare = ['paste lines', 'paste text', 'stroke', 'clear', 'offline', 'return', 'return', 'reload', 'full state']
    this.#kind = this.#random.chance(0.75) ? this.#random.pick(kinds) : this.#random.pick(rare)
    const { board } = person
    switch (this.#kind) {
      case 'typing':
        return this.#type(person)
      case 'operation':
        return this.#operate(person)
      case 'undo':
        return takeBack(person.board, person.undo, person.redo)
      case 'redo':
        return takeBack(person.board, person.redo, person.undo)
      case 'marks':
        return this.#mark(person)
      case 'blocks':
        return this.#restructure(person)
      case 'paste lines': {
        const lines = Array.from({ length: this.#random.integer(2, 120) }, (_, line) => `${line} ${this.#word()}`)
        return remember(person, addItems(board, { canvasId: null, fieldId: 'free' }, lines))
      }
      case 'paste text': {
        const item = this.#anyItem(person)
        return remember(person, item && editItemText(board, item.id, this.#word().repeat(300).slice(0, 4_000)))
      }
      case 'stroke':
        return remember(
          person,
          draw(
            board,
            Array.from({ length: 400 }, () => this.#random.integer(0, 2_000)),
            'ink',
            2,
          ),
        )
      case 'clear':
        return this.#clear(person)
      case 'offline':
        person.unsent ??= []
        return
      case 'return':
        return this.#comeBack(index)
      case 'reload':
        return this.#reload(index, person)
      default:
        if (!person.unsent) this.#send(index, Y.encodeStateAsUpdate(person.ydoc), 'full state')
    }
  }

  #word(): string {
    return this.#random.pick(WORDS)
  }

  #anyItem({ board }: Person) {
    const { items } = readBoard(board)
    return items[this.#random.integer(0, items.length)]
  }

  /** A text inside of a note, as an editor binds it. */
  #anyText(person: Person): Y.XmlText | null {
    const item = this.#anyItem(person)
    const fragment = item && itemFragment(person.board, item.id)
    const texts = fragment ? Array.from(fragment.createTreeWalker((node) => node instanceof Y.XmlText)) : []
    return (texts[this.#random.integer(0, texts.length)] as Y.XmlText | undefined) ?? null
  }

  /** Letter by letter at a caret, with corrections; half of a surrogate pair is a letter, too. */
  #type(person: Person): void {
    const text = this.#anyText(person)
    if (!text) return
    let caret = this.#random.integer(0, text.length + 1)
    for (const letter of this.#word() + this.#word()) {
      text.insert(caret, letter)
      caret += letter.length
      if (this.#random.chance(0.15) && caret > 0) text.delete((caret -= 1), 1)
    }
  }

  /** Some operations find nothing to do; then another one has its turn. */
  #operate(person: Person): void {
    const random = this.#random
    const source = {
      below: (end: number) => random.integer(0, end),
      pick: <T>(list: readonly T[]) => list[random.integer(0, list.length)] as T,
    }
    for (let attempt = 0; attempt < 6; attempt += 1) {
      this.#kind = this.#random.pick(Object.keys(OPERATIONS))
      const applied = OPERATIONS[this.#kind]?.(person.board, source)
      if (applied) return remember(person, applied)
    }
  }

  /** Bold, italic and links over part of a text, set and taken away. */
  #mark(person: Person): void {
    const text = this.#anyText(person)
    if (!text || text.length === 0) return
    const from = this.#random.integer(0, text.length)
    const length = this.#random.integer(1, text.length - from + 1)
    const marks = [
      { bold: {} },
      { italic: {} },
      { link: { href: 'https://example.org/ä' } },
      { bold: null },
      { link: null },
    ]
    text.format(from, length, this.#random.pick<Record<string, unknown>>(marks))
  }

  /** What Enter, Backspace and the list button of an editor do: paragraphs are split, joined, put into lists. */
  #restructure(person: Person): void {
    const item = this.#anyItem(person)
    const fragment = item && itemFragment(person.board, item.id)
    if (!fragment) return
    person.ydoc.transact(() => {
      const at = this.#random.integer(0, fragment.length + 1)
      const paragraph = new Y.XmlElement('paragraph')
      const inserted = new Y.XmlText()
      inserted.applyDelta([{ insert: this.#word() }, { insert: this.#word(), attributes: { bold: {} } }])
      paragraph.insert(0, this.#random.chance(0.3) ? [inserted, new Y.XmlElement('hardBreak')] : [inserted])
      if (this.#random.chance(0.5)) {
        fragment.insert(at, [paragraph])
      } else {
        const list = new Y.XmlElement('bulletList')
        const entry = new Y.XmlElement('listItem')
        entry.insert(0, [paragraph])
        list.insert(0, [entry])
        fragment.insert(at, [list])
      }
      if (this.#random.chance(0.4) && fragment.length > 1) fragment.delete(this.#random.integer(0, fragment.length), 1)
    })
  }

  /** Much goes at once: all strokes and the text of every second note. */
  #clear(person: Person): void {
    const { items, sketch } = readBoard(person.board)
    const roots = person.ydoc.getMap('sketch')
    person.ydoc.transact(() => {
      for (const { id } of sketch) roots.delete(id)
      for (const { id } of items.filter((_item, index) => index % 2 === 0)) {
        const fragment = itemFragment(person.board, id)
        if (fragment) fragment.delete(0, fragment.length)
      }
    })
  }

  /** As the provider does it: what was queued once more, in any case the answer to the handshake. */
  #comeBack(index: number): void {
    const person = this.#people[index] as Person
    const queued = person.unsent
    if (!queued) return
    const missing = Y.encodeStateAsUpdate(this.#server, Y.encodeStateVector(person.ydoc))
    const answer = Y.encodeStateAsUpdate(person.ydoc, Y.encodeStateVector(this.#server))
    person.unsent = null
    this.#send(index, answer, 'offline merge')
    const how = this.#random.integer(0, 3)
    if (how === 0 && queued.length > 0) this.#send(index, Y.mergeUpdates(queued), 'merged queue')
    if (how === 1) for (const bytes of queued) this.#send(index, bytes, 'queue once more')
    Y.applyUpdate(person.ydoc, missing, 'server')
  }

  /** A new page with the stored copy of the old one: another client id, edits of the old one may be unsent. */
  #reload(index: number, person: Person): void {
    const stored = Y.encodeStateAsUpdate(person.ydoc)
    this.#people[index] = this.#arrive(index, stored)
    const fresh = this.#people[index]
    fresh.undo = person.undo
    this.#send(index, Y.encodeStateAsUpdate(fresh.ydoc, Y.encodeStateVector(this.#server)), 'reload')
    Y.applyUpdate(fresh.ydoc, Y.encodeStateAsUpdate(this.#server), 'server')
  }
}

/** A board on which every operation finds something to do. */
function prepare(ydoc: Y.Doc): void {
  seedBoard(ydoc, { canvases: [] })
  const board = openBoard(ydoc)
  const canvasId = addCanvas(board, { templateId: 'target-group', title: 'Gründende' })?.result ?? null
  const [one, two, three] = ['Eins', 'Zwei', 'Drei'].map((text) =>
    addItem(board, { place: { canvasId, fieldId: 'goals' }, text }),
  )
  if (one && two) connect(board, { itemId: one.result }, { itemId: two.result }, 'führt zu')
  if (two) placeItem(board, two.result, { x: 0.5, y: 0.5 })
  if (three) binItem(board, three.result)
  addRecommendation(board, { title: 'Sprechstunde' })
  const binned = addRecommendation(board, { title: 'Faltblatt' })
  if (binned) binRecommendation(board, binned.result)
}

function remember(person: Person, applied: { inverse: Inverse } | null | undefined): void {
  if (!applied) return
  person.undo.push(applied.inverse)
  person.redo = []
}

function takeBack(board: Board, from: Inverse[], to: Inverse[]): void {
  const inverse = from.pop()
  const applied = inverse && applyInverse(board, inverse)
  if (applied && 'inverse' in applied) to.push(applied.inverse)
}
