import { readingOrder, type FieldTemplate } from '../canvas/CanvasTemplate.ts'
import { TEMPLATES } from '../canvas/templates.ts'
import type { GroupId } from '../ids.ts'
import type { PlenaryEntry, PlenaryRecommendation, PlenaryTargetGroup, PlenaryView } from './PlenaryView.ts'

/** A barrier with what is folded into it, and the recommendations that answer one of them. */
export interface BarrierCoverage {
  readonly entry: PlenaryEntry
  /** Every group that has named it, the entry's own one first. */
  readonly groupIds: readonly GroupId[]
  readonly recommendationKeys: readonly string[]
}

/** How much the groups found out about a target group. */
export interface TargetGroupCoverage {
  readonly targetGroup: PlenaryTargetGroup
  readonly barriers: number
  readonly multipliers: number
  readonly recommendations: number
}

/** One field of a template in use; per group how many entries it has, null where the group has no such canvas. */
export interface FieldCoverage {
  readonly templateId: string
  readonly field: FieldTemplate
  readonly counts: readonly { readonly groupId: GroupId; readonly count: number | null }[]
}

/** What has been answered and what is missing. */
export interface Coverage {
  readonly barriers: readonly BarrierCoverage[]
  readonly targetGroups: readonly TargetGroupCoverage[]
  readonly withoutLead: readonly PlenaryRecommendation[]
  readonly fields: readonly FieldCoverage[]
}

/**
 * What the merged view covers: barriers and the recommendations that answer them, target groups and their multipliers,
 * recommendations without a lead, fields that groups have left empty. Pure; everything is in the order of the view.
 */
export function coverageOf(view: PlenaryView): Coverage {
  return {
    barriers: barriersOf(view),
    targetGroups: targetGroupsOf(view),
    withoutLead: view.recommendations.filter(({ recommendation }) => recommendation.lead.trim() === ''),
    fields: fieldsOf(view),
  }
}

function barriersOf(view: PlenaryView): BarrierCoverage[] {
  const answers = new Map<string, string[]>()
  for (const { key, groupId, recommendation } of view.recommendations) {
    for (const itemId of recommendation.itemIds) {
      const entryKey = `${groupId}/${itemId}`
      answers.set(entryKey, [...(answers.get(entryKey) ?? []), key])
    }
  }
  // The plenary may fold what a group has written into another field.
  const folded = Map.groupBy(view.entries, ({ foldedInto }) => foldedInto)
  const heads = (folded.get(null) ?? []).filter(({ fieldId }) => fieldId === 'barriers')
  return heads.map((entry) => {
    const members = [entry, ...(folded.get(entry.key) ?? [])]
    return {
      entry,
      groupIds: [...new Set(members.map(({ origin }) => origin.groupId))],
      recommendationKeys: [...new Set(members.flatMap(({ key }) => answers.get(key) ?? []))],
    }
  })
}

/** Target groups that have a canvas; free areas are about nobody in particular. */
function targetGroupsOf(view: PlenaryView): TargetGroupCoverage[] {
  const analysed = new Set(
    view.canvases.filter(({ templateId }) => templateId === 'target-group').map(({ targetGroupKey }) => targetGroupKey),
  )
  return view.targetGroups
    .filter(({ key }) => analysed.has(key))
    .map((targetGroup) => {
      const count = (fieldId: string): number =>
        view.entries.filter(
          (entry) => entry.targetGroupKey === targetGroup.key && entry.fieldId === fieldId && entry.foldedInto === null,
        ).length
      return {
        targetGroup,
        barriers: count('barriers'),
        multipliers: count('multipliers'),
        recommendations: view.recommendations.filter(({ recommendation }) =>
          recommendation.targetGroupIds.some((id) => id === targetGroup.key),
        ).length,
      }
    })
}

/** Fields that the group work is about; the deepening between sessions may stay empty. */
function fieldsOf(view: PlenaryView): FieldCoverage[] {
  const used = new Set(view.canvases.map(({ templateId }) => templateId))
  const counts = Map.groupBy(view.entries, (entry) => `${entry.origin.groupId}/${entry.templateId}/${entry.fieldId}`)
  const canvases = new Set(view.canvases.map(({ groupId, templateId }) => `${groupId}/${templateId}`))
  const groups = view.groups.filter(({ id }) => view.canvases.some(({ groupId }) => groupId === id))
  return Object.values(TEMPLATES)
    .filter(({ id }) => used.has(id))
    .flatMap((template) =>
      readingOrder(template)
        .filter((field) => field.layout !== 'deepening' && (field.type === 'items' || field.type === 'messages'))
        .map((field) => ({
          templateId: template.id,
          field,
          counts: groups.map(({ id: groupId }) => ({
            groupId,
            count: canvases.has(`${groupId}/${template.id}`)
              ? (counts.get(`${groupId}/${template.id}/${field.id}`)?.length ?? 0)
              : null,
          })),
        })),
    )
}
