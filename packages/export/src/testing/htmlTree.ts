import { parse, type DefaultTreeAdapterTypes } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.Node
export type HtmlElement = DefaultTreeAdapterTypes.Element

/** Every node of a document or fragment in document order, as a browser's parser sees it. */
export function nodesOf(html: string): HtmlNode[] {
  return descendants(parse(html))
}

/** The node and everything below it. */
export function descendants(node: HtmlNode): HtmlNode[] {
  return 'childNodes' in node ? [node, ...node.childNodes.flatMap(descendants)] : [node]
}

/** Narrow a node to an element. */
export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

/** Value of an attribute, or null. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  return element.attrs.find((attribute) => attribute.name === name)?.value ?? null
}

/** Text of a node; a `<br>` is a line feed. */
export function textOf(node: HtmlNode): string {
  if ('value' in node) return node.value
  if (isElement(node) && node.tagName === 'br') return '\n'
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** Text of the paragraphs and bullets below these nodes, joined by line feeds. */
export function blockTextOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .flatMap(descendants)
    .filter((node) => isElement(node) && (node.tagName === 'p' || (node.tagName === 'li' && !hasParagraph(node))))
    .map(textOf)
    .join('\n')
}

function hasParagraph(node: HtmlElement): boolean {
  return node.childNodes.some((child) => isElement(child) && child.tagName === 'p')
}
