import type { Issue } from '@jieli/core'

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
