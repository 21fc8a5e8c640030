import { z } from 'zod'

/**
 * Why two texts are taken for the same thought: words that both have, or a word of each text that is another form of
 * the other, its abbreviation, a synonym, a part of the same compound, or the same with a slip.
 */
export const OfferReason = z.union([
  z.object({ code: z.literal('shared'), words: z.array(z.string()) }),
  z.object({
    code: z.enum(['form', 'abbreviation', 'synonym', 'compound', 'typo']),
    a: z.string(),
    b: z.string(),
  }),
])
export type OfferReason = z.infer<typeof OfferReason>

/** Entries of one field (or recommendations, by their titles) that seem to say the same. Nothing is applied by itself. */
export const Offer = z.object({
  /** Stays the same while the same entries are offered. */
  key: z.string(),
  kind: z.enum(['entries', 'recommendations']),
  templateId: z.string().nullable(),
  fieldId: z.string().nullable(),
  /** At least two; of a folded card its head. */
  keys: z.array(z.string()),
  /** How certain it is, from 0 to 1; of more than two entries, for the two that are least alike. */
  score: z.number(),
  reasons: z.array(OfferReason),
})
export type Offer = z.infer<typeof Offer>

/**
 * `GET /api/v1/workshops/:id/plenary/offers` (moderators), the event `offers` of the plenary's stream for them, and
 * `GET /api/v1/workshops/:id/groups/:groupId/offers` (moderators) for the notes of one board. The most certain first.
 */
export const OffersResponse = z.object({ offers: z.array(Offer) })
export type OffersResponse = z.infer<typeof OffersResponse>
