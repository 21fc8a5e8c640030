import type { SignalRequest } from '@tafelrunde/protocol'
import type { GroupId, GroupSignals, RunState } from '@tafelrunde/schema/plain'

const SILENT: GroupSignals = { readyAt: null, helpAt: null }

/** What a group tells now. */
export function signalsOf(run: RunState, groupId: GroupId): GroupSignals {
  return run.signals[groupId] ?? SILENT
}

/** The run state after a group has raised or lowered a signal; a signal that is raised already keeps its time. */
export function applySignal(run: RunState, groupId: GroupId, signal: SignalRequest & { at: number }): RunState {
  const before = signalsOf(run, groupId)
  const key = signal.type === 'help' ? 'helpAt' : 'readyAt'
  const value = signal.isOn ? (before[key] ?? signal.at) : null
  return value === before[key] ? run : { ...run, signals: { ...run.signals, [groupId]: { ...before, [key]: value } } }
}
