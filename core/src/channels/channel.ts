import { z } from 'zod'

/** An outside channel that is switched on for notices: which connector, with which settings. Secrets are kept apart. */
export const channelSchema = z.object({
  id: z.string(),
  label: z.string(),
  connector: z.string(),
  enabled: z.boolean().default(true),
  settings: z.record(z.string(), z.unknown()).default({}),
})
export type Channel = z.infer<typeof channelSchema>
