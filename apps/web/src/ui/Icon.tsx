import type { LucideIcon } from 'lucide-react'

/** A decorative picture from lucide; the control around it carries the name. */
export function Icon({ of: Picture, size = 18 }: { of: LucideIcon; size?: number }) {
  return <Picture size={size} strokeWidth={1.9} aria-hidden focusable={false} />
}
