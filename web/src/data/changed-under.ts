import type { CrmRecord } from '@jieli/core'

/** Which of these fields stand differently now from how they were read. */
export const changedUnder = (read: CrmRecord, now: CrmRecord, fields: string[]): string[] =>
  fields.filter((name) => JSON.stringify(read.values[name] ?? null) !== JSON.stringify(now.values[name] ?? null))
