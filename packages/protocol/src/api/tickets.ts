import { z } from 'zod'

/** `POST /api/v1/sync-tickets`: a ticket with which another program opens one document with the rights of this seat. */
export const TicketRequest = z.strictObject({
  /** Name of the document, like `group/<id>`. */
  document: z.string().min(1).max(64),
})

/** 201 answer; the ticket is shown once. `expiresAt` (epoch milliseconds): connect before, reconnect for 24 hours. */
export const TicketResponse = z.object({ ticket: z.string(), expiresAt: z.number() })
export type TicketResponse = z.infer<typeof TicketResponse>
