import type { ServerName } from '../servers/ServerUnderTest.ts'
import type { Measurement } from './Measurement.ts'

const COLUMNS: readonly ServerName[] = ['ours', 'H', 'H16', 'Y', 'W']

/** The table that people read. */
export function printReport(measurements: readonly Measurement[]): string {
  const head = ['', 'measure', ...COLUMNS, 'ours/H', 'goal', '']
  const rows = measurements.map((measurement) => [
    measurement.id,
    `${measurement.measure} [${measurement.unit}]`,
    ...COLUMNS.map((name) => shown(measurement.figures[name], measurement.unit)),
    measurement.ratio === null ? '–' : measurement.ratio.toFixed(measurement.ratio < 0.1 ? 4 : 2),
    measurement.goal,
    measurement.met ? 'met' : 'missed',
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column < 2 || column > 7 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const voided = measurements.flatMap(({ id, voided: reasons }) => reasons.map((reason) => `void: ${id}, ${reason}`))
  return [line(head), ...rows.map(line), ...new Set(voided)].join('\n')
}

function shown(figure: number | null | undefined, unit: Measurement['unit']): string {
  if (figure === undefined) return '–'
  if (figure === null) return 'void'
  if (unit === 'core') return figure.toFixed(2)
  return unit === 'edits' || figure >= 100 ? figure.toFixed(0) : figure.toFixed(1)
}
