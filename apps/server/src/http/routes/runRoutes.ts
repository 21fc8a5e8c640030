import {
  CreateSnapshotRequest,
  Id,
  RunCommand,
  RunResponse,
  SnapshotRecord,
  SnapshotsResponse,
} from '@tafelrunde/protocol'
import { normaliseLine } from '@tafelrunde/schema/plain'
import { z } from 'zod'
import { commandRun } from '../../run-state/commandRun.ts'
import { admitSeats } from '../../seats/admitSeats.ts'
import { keepSnapshot } from '../../snapshots/keepSnapshot.ts'
import type { Snapshot } from '../../snapshots/SnapshotStore.ts'
import type { HttpApp } from '../HttpApp.ts'
import type { HttpParts } from '../HttpParts.ts'
import { requireModerator } from '../requireSeat.ts'
import { runResponseOf } from './workshopRoutes.ts'

const WorkshopParams = z.strictObject({ id: Id })

/** Steer the day, for moderators: steps, time, freeze, locks, announcements, snapshots. */
export function runRoutes(app: HttpApp, parts: HttpParts): void {
  app.post(
    '/api/v1/workshops/:id/run',
    {
      schema: {
        summary: 'Steer the day: steps, time, freeze, locks, announcements (moderators)',
        params: WorkshopParams,
        body: RunCommand,
        response: { 200: RunResponse },
      },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const run = await commandRun(parts, seat, request.body)
      // Nobody is left standing in a lobby that is no more.
      if (request.body.type === 'lobby' && !request.body.isOn) await admitSeats(parts, seat, null)
      return runResponseOf(parts, run)
    },
  )

  app.get(
    '/api/v1/workshops/:id/snapshots',
    {
      schema: { summary: 'Named snapshots (moderators)', params: WorkshopParams, response: { 200: SnapshotsResponse } },
    },
    async (request) => {
      const seat = await requireModerator(parts.liveSeats, request)
      return { snapshots: (await parts.snapshots.list(seat.workshopId)).map(snapshotRecordOf) }
    },
  )

  app.post(
    '/api/v1/workshops/:id/snapshots',
    {
      schema: {
        summary: 'Keep the whole workshop under a name (moderators)',
        params: WorkshopParams,
        body: CreateSnapshotRequest,
        response: { 201: SnapshotRecord },
      },
    },
    async (request, reply) => {
      const seat = await requireModerator(parts.liveSeats, request)
      const snapshot = await keepSnapshot(parts, seat, { name: normaliseLine(request.body.name) })
      return reply.status(201).send(snapshotRecordOf(snapshot))
    },
  )
}

function snapshotRecordOf({ id, name, at, documents }: Snapshot): SnapshotRecord {
  return { id, name, at, documents }
}
