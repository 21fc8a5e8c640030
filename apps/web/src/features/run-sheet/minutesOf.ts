/** Minutes as somebody types them: whole, at most ten hours; what is no number is none. */
export function minutesOf(text: string): number {
  return Math.min(600, Math.max(0, Math.round(Number(text)) || 0))
}
