import { addItem, addRecommendation, openBoard } from '@tafelrunde/schema'
import { FREE_FIELD } from '@tafelrunde/schema/plain'
import * as Y from 'yjs'
import { HOSTILE_LINKS, HOSTILE_TEXTS, HIT } from './hostileTexts.ts'

/**
 * Fill a board past the interface: hostile texts as notes and recommendations, links and marks that the schema does not
 * know, elements that no editor would make, attributes with code. Returns how many notes it has made.
 */
export function writeHostileBoard(ydoc: Y.Doc): number {
  const board = openBoard(ydoc)
  const place = { canvasId: null, fieldId: FREE_FIELD }
  const items = ydoc.getMap<Y.Map<unknown>>('items')
  let notes = 0
  const add = (text: string): Y.Map<unknown> | undefined => {
    const added = addItem(board, { place, text })
    notes += 1
    return added ? items.get(added.result) : undefined
  }
  for (const text of HOSTILE_TEXTS) {
    add(text)
    addRecommendation(board, { title: text.slice(0, 100) })
  }
  for (const href of HOSTILE_LINKS)
    paragraphOf(add('Verweis'))?.format(0, 7, { link: { href, onclick: `window.${HIT}=1` } })
  const nested = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`mark${at}`, { onmouseover: `window.${HIT}=1` }]),
  )
  paragraphOf(add('viele Auszeichnungen'))?.format(0, 6, nested)
  const fragment = add('mit fremden Elementen')?.get('text')
  if (fragment instanceof Y.XmlFragment) fragment.push([script(), image()])
  const recommendations = ydoc.getMap<Y.Map<unknown>>('recommendations')
  for (const recommendation of recommendations.values())
    recommendation.set('colour', `red;background:url(//evil.example)`)
  for (const item of items.values()) item.set('colour', `"><script>window.${HIT}=1</script>`)
  return notes
}

function script(): Y.XmlElement {
  const element = new Y.XmlElement('script')
  element.insert(0, [new Y.XmlText(`window.${HIT}=1`)])
  return element
}

function image(): Y.XmlElement {
  const element = new Y.XmlElement('img')
  element.setAttribute('src', 'http://evil.example/pixel')
  element.setAttribute('onerror', `window.${HIT}=1`)
  return element
}

function paragraphOf(item: Y.Map<unknown> | undefined): Y.XmlText | null {
  const fragment = item?.get('text')
  const paragraph = fragment instanceof Y.XmlFragment ? fragment.get(0) : null
  const run = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  return run instanceof Y.XmlText ? run : null
}
