import { isModerating, WorkshopResponse } from '@tafelrunde/protocol'
import type { RunState, Step } from '@tafelrunde/schema/plain'
import { useMemo } from 'react'
import { ApiError, callApi } from '../../api/callApi.ts'
import { findSeat, listSeats, useSeats } from '../../api/seats.ts'
import type { EarlierWorkshop } from './CreateForm.tsx'
import type { CreateForm } from './toCreateRequest.ts'

/** Workshops that this device has moderated, the last used one first, each once. */
export function useEarlierWorkshops(): readonly EarlierWorkshop[] {
  const seats = useSeats()
  return useMemo(() => {
    const titles = new Map<string, string>()
    for (const seat of seats) {
      if (isModerating(seat.role) && !titles.has(seat.workshopId)) titles.set(seat.workshopId, seat.title)
    }
    return [...titles].map(([id, title]) => ({ id, title }))
  }, [seats])
}

/** An earlier workshop as the beginning of the next one: everything but its day. */
export async function readEarlierWorkshop(workshopId: string): Promise<{
  readonly id: string
  readonly form: Pick<CreateForm, 'title' | 'language' | 'series' | 'groups' | 'organisationsText' | 'template'>
  readonly steps: readonly Step[]
}> {
  const moderated = listSeats().filter((seat) => isModerating(seat.role))
  const seat = findSeat(moderated, workshopId, null)
  if (!seat) throw new ApiError('seat.unknown', 'no moderator seat of this workshop on this device')
  const response = await callApi('GET', `/workshops/${workshopId}`, { token: seat.token, schema: WorkshopResponse })
  const run = response.run as unknown as RunState
  return {
    id: workshopId,
    form: {
      title: response.workshop.title,
      language: response.workshop.language,
      series: response.workshop.series,
      template: 'blank',
      organisationsText: run.workshop.organisations.join('\n'),
      groups: run.groups
        .filter((group) => group.kind === 'group')
        .map(({ name, topic, maxSeats }) => ({ name, topic, maxSeats: maxSeats === null ? '' : String(maxSeats) })),
    },
    steps: run.steps,
  }
}
