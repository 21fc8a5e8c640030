const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

/**
 * Text inside a line that no CommonMark or GFM reader takes for markup or HTML: angle brackets and ampersands as
 * entities, punctuation that can mark something up with a backslash (every reader drops it again).
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]{}|~$^!#]/g, '\\$&')
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? '')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}\\.`)
    .replaceAll('@', '&#64;')
}

/** A finished line of escaped text that opens no block (list, rule, underlined heading, code) where it begins. */
export function escapeLineStart(line: string): string {
  return line
    .trim()
    .replace(/^[+\-=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
}
