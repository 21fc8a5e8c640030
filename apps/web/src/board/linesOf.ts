/** The lines of a pasted text that become notes: trimmed, bullets of a list removed, empty ones left out. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/^\s*(?:[-*•–▪◦]|\d{1,2}[.)])\s+/, '').trim())
    .filter((line) => line !== '')
}
