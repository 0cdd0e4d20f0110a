import { z } from 'zod'

const part = z.strictObject({
  name: z.string().min(1).max(500),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What a backup file says about itself, first in the file: enough to check everything before anything is touched. */
export const manifestSchema = z.strictObject({
  format: z.literal('jieli-backup'),
  version: z.literal(1),
  createdAt: z.string(),
  schema: z.string().regex(/^w_[a-z0-9_]{1,50}$/),
  postgres: z.string(),
  migrations: z.array(z.string()),
  /** Statements before the rows (schemas, functions, tables) and after them (keys, indexes). */
  before: z.array(z.string()),
  after: z.array(z.string()),
  tables: z.array(part.extend({ columns: z.array(z.string()).min(1), rows: z.int().min(0) })),
  /** Uploaded files, by their place below the home folder's `files`. */
  files: z.array(part),
})
export type Manifest = z.infer<typeof manifestSchema>
export type TablePart = Manifest['tables'][number]
export type FilePart = Manifest['files'][number]
