import { z } from 'zod'

/** How the form was filled: shown on the lead's timeline as an intent signal, never used to decide about a person. */
export interface Trail {
  openedAt: string
  sentAt: string
  /** From drawing the page to sending, by the server's clock. */
  fillMs: number
  /** Names of fields in the order they were first touched; empty without JavaScript. */
  order: string[]
  /** How often the page was left and come back to. */
  returns: number
}

const postedTrailSchema = z.object({
  order: z.array(z.string().regex(/^\w{1,60}$/)).max(40),
  returns: z.number().int().min(0).max(10_000),
})

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The browser's account counts only if it is well formed; the times are the server's own. */
export const readTrail = (posted: string | null, times: { openedAt: number; sentAt: number }): Trail => {
  const told = postedTrailSchema.safeParse(parseJson((posted ?? '').slice(0, 2_000)))
  return {
    openedAt: new Date(times.openedAt).toISOString(),
    sentAt: new Date(times.sentAt).toISOString(),
    fillMs: times.sentAt - times.openedAt,
    order: told.success ? told.data.order : [],
    returns: told.success ? told.data.returns : 0,
  }
}
