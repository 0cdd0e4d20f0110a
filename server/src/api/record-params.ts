import { z } from 'zod'

/** The object that an address names: `/api/v1/objects/lead/…`. */
export const ofObject = z.object({ object: z.string().max(60) })
/** One record of it. */
export const ofRecord = ofObject.extend({ id: z.uuid() })

/** What is to stand beside the records. Each name is a query more, so there are few. */
export const includeSchema = z.array(z.string().max(60)).max(10).optional()
/** `fields=name,phone`, as it stands in an address. */
export const namesSchema = z
  .string()
  .max(2_000)
  .transform((text) => text.split(',').filter((name) => name !== ''))
  .optional()
