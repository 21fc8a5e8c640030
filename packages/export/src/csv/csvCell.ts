/** First characters that spreadsheets take for a formula, also in their full-width forms. */
const FORMULA_START = /^\s*[=+\-@\u2212\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/**
 * One cell of RFC 4180. A text that a spreadsheet would run as a formula gets an apostrophe in front, which
 * spreadsheets hide (OWASP, CSV injection); everything with a delimiter, quote, line break or outer blank is quoted.
 */
export function csvCell(text: string): string {
  const safe = FORMULA_START.test(text) ? `'${text}` : text
  return /[",\r\n;\t]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
