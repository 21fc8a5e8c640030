import type { Offer } from '@tafelrunde/protocol'
import { arrangeByField, type FieldTemplate, type Group, type PlenaryView } from '@tafelrunde/schema/plain'

/** One text of an offer, with everybody who said it. */
export interface OfferedText {
  readonly key: string
  readonly text: string
  readonly groups: readonly Group[]
}

/** An offer with what it speaks of, as the view has it now. */
export interface OfferCardModel {
  readonly offer: Offer
  /** Null for recommendations. */
  readonly field: FieldTemplate | null
  /** What most groups said stands first: it is likely to lead. */
  readonly texts: readonly OfferedText[]
}

/** Offers as cards, in their order; what the view does not show any more (the offers are a little later) is left out. */
export function offerCards(offers: readonly Offer[], view: PlenaryView): readonly OfferCardModel[] {
  const fields = new Map(arrangeByField(view).map(({ templateId, field }) => [`${templateId}/${field.id}`, field]))
  const textOf = { entries: entryTexts(view), recommendations: recommendationTexts(view) }
  return offers.flatMap((offer) => {
    const texts = offer.keys.flatMap((key) => textOf[offer.kind].get(key) ?? [])
    if (texts.length < 2) return []
    const field = fields.get(`${offer.templateId}/${offer.fieldId}`) ?? null
    return [{ offer, field, texts: texts.toSorted((a, b) => b.groups.length - a.groups.length) }]
  })
}

function entryTexts(view: PlenaryView): ReadonlyMap<string, OfferedText> {
  const folded = Map.groupBy(view.entries, ({ key, foldedInto }) => foldedInto ?? key)
  return new Map(
    view.entries
      .filter(({ foldedInto }) => foldedInto === null)
      .map(({ key, plainText }) => {
        const ids = new Set(folded.get(key)?.map(({ origin }) => origin.groupId))
        return [key, { key, text: plainText, groups: view.groups.filter(({ id }) => ids.has(id)) }]
      }),
  )
}

function recommendationTexts(view: PlenaryView): ReadonlyMap<string, OfferedText> {
  return new Map(
    view.recommendations.map(({ key, groupId, recommendation }) => [
      key,
      { key, text: recommendation.title, groups: view.groups.filter(({ id }) => id === groupId) },
    ]),
  )
}
