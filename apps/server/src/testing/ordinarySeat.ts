import type { Seat } from '../seams.ts'

/** What is the same for nearly every seat: one person who was let in and may write. */
export const ORDINARY_SEAT: Pick<Seat, 'isWaiting' | 'isMuted' | 'people' | 'companions'> = {
  isWaiting: false,
  isMuted: false,
  people: 1,
  companions: '',
}
