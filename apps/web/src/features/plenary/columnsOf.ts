import {
  arrangeByField,
  type FieldTemplate,
  type Group,
  type PlenaryEntry,
  type PlenaryView,
} from '@tafelrunde/schema/plain'

/** A group as a column: its target groups and what it wrote in each field. */
export interface GroupColumn {
  readonly group: Group
  /** Titles, each once, in the order of the group's canvases. */
  readonly targetGroups: readonly string[]
}

/** One field across all columns, in the order of the columns. */
export interface ColumnRow {
  readonly key: string
  readonly field: FieldTemplate
  readonly cells: readonly (readonly PlenaryEntry[])[]
}

/** Every group beside the others: the same fields in the same rows, each entry where its group wrote it. */
export function columnsOf(
  view: PlenaryView,
  targetGroupKey: string | null,
): { readonly columns: readonly GroupColumn[]; readonly rows: readonly ColumnRow[] } {
  const about = (key: string): boolean => targetGroupKey === null || key === targetGroupKey
  const titles = new Map(view.targetGroups.map(({ key, title }) => [key, title]))
  const columns = view.groups
    .map((group) => {
      const keys = view.canvases.filter(({ groupId, targetGroupKey: key }) => groupId === group.id && about(key))
      const names = keys.map((canvas) => titles.get(canvas.targetGroupKey) || canvas.title)
      return { group, targetGroups: [...new Set(names)].filter(Boolean), canvases: keys.length }
    })
    .filter(
      ({ group, canvases }) =>
        (canvases > 0 && group.kind === 'group') ||
        view.entries.some((entry) => entry.origin.groupId === group.id && about(entry.targetGroupKey)),
    )
  const rows = arrangeByField(view, targetGroupKey === null ? {} : { targetGroupKey }).map(({ templateId, field }) => ({
    key: `${templateId}.${field.id}`,
    field,
    cells: columns.map(({ group }) =>
      view.entries.filter(
        (entry) =>
          entry.origin.groupId === group.id &&
          entry.templateId === templateId &&
          entry.fieldId === field.id &&
          about(entry.targetGroupKey),
      ),
    ),
  }))
  return {
    columns: columns.map(({ group, targetGroups }) => ({ group, targetGroups })),
    rows: rows.filter(({ cells }) => cells.some((cell) => cell.length > 0)),
  }
}
