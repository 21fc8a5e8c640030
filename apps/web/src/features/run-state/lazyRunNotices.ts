import { lazyPart } from '../../ui/lazyPart.tsx'

/** Messages of the moderators and the end of a step; comes right after the board, which can be read without. */
export const LazyRunNotices = lazyPart(async () => (await import('./RunNotices.tsx')).RunNotices)
