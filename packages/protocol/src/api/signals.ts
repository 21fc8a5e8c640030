import { z } from 'zod'

/**
 * `POST /api/v1/workshops/:id/groups/:groupId/signals` (participants and scribes of the group): the whole group is
 * ready, or calls for help; `isOn: false` takes it back. Asking again for what is so already changes nothing.
 */
export const SignalRequest = z.strictObject({ type: z.enum(['ready', 'help']), isOn: z.boolean() })
export type SignalRequest = z.infer<typeof SignalRequest>

/** What the group tells now; epoch milliseconds, null when it does not. */
export const SignalResponse = z.object({ readyAt: z.number().nullable(), helpAt: z.number().nullable() })
