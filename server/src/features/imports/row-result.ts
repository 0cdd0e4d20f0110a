import { must, type Issue, type Value } from '@jieli/core'
import type { RowResult, RowStatus } from './import-queries.ts'
import type { JudgedRow } from './judge-rows.ts'
import { writeReason } from './row-reason.ts'

/** What became of a row, with everything that is to be said about it. */
export const resultOf = (row: JudgedRow, status: RowStatus, recordId: string | null = null, more: Issue[] = []): RowResult => ({
  number: row.number,
  status,
  recordId,
  reason: writeReason([...row.issues, ...more]),
})

/** What rows of one record say together: the one further down in the file is newer, and a blank cell says nothing. */
export const valuesOf = (rows: readonly JudgedRow[]): Record<string, Value> =>
  Object.fromEntries(rows.flatMap((row) => Object.entries(row.values).filter(([, value]) => value !== null)))

/** The same, without what stands for the whole file or its door: only what cells say may overwrite a record. */
export const givenValuesOf = (rows: readonly JudgedRow[]): Record<string, Value> =>
  valuesOf(
    rows.map((row) => ({
      ...row,
      values: Object.fromEntries(Object.entries(row.values).filter(([name]) => row.given.has(name))),
    })),
  )

/** Several rows of one new record make it together; what stands further down in the file is newer. */
export const mergedRow = (rows: readonly JudgedRow[]): JudgedRow => {
  const first = must(rows[0])
  if (rows.length === 1) return first
  const values = valuesOf(rows)
  const { submission } = first
  return {
    ...first,
    values,
    submission: submission?.read ? { ...submission, read: { ...submission.read, values } } : submission,
  }
}
