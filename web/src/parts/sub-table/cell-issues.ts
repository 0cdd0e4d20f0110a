import type { Issue } from '@jieli/core'
import type { RowDraft } from './row-draft.ts'

/** What is wrong, by `key column` of the cell it stands in. */
export type CellIssues = ReadonlyMap<string, string>

/**
 * What the server says of rows, found again on the page: `rows.lines.2.price` is the third row that was sent. `sent` are the rows
 * in the order they were sent, each with its key on the page.
 */
export const cellIssues = (
  issues: readonly (Issue & { message?: string })[],
  field: string,
  sent: readonly { key: string }[],
): Map<string, string> =>
  new Map(
    issues.flatMap(({ path, code, message }) => {
      const [rows, name, index, column] = path.split('.')
      const key = sent[Number(index)]?.key
      return rows === 'rows' && name === field && key !== undefined && column !== undefined
        ? [[`${key} ${column}`, message ?? code] as const]
        : []
    }),
  )

/** What is still wrong after rows were changed: a cell that was typed into anew is not judged yet. */
export const issuesLeft = (issues: CellIssues, before: readonly RowDraft[], after: readonly RowDraft[]): CellIssues => {
  const then = new Map(before.map((row) => [row.key, row.values]))
  const now = new Map(after.map((row) => [row.key, row.values]))
  return new Map(
    [...issues].filter(([cell]) => {
      const [key = '', column = ''] = cell.split(' ')
      return now.has(key) && now.get(key)?.[column] === then.get(key)?.[column]
    }),
  )
}
