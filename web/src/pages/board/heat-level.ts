/** Seven shades: nothing, then six equal steps up to the greatest value shown. */
export const heatLevel = (value: number, greatest: number): 0 | 1 | 2 | 3 | 4 | 5 | 6 => {
  if (value <= 0 || greatest <= 0) return 0
  return Math.min(6, Math.max(1, Math.ceil((Math.min(value, greatest) / greatest) * 6))) as 1 | 2 | 3 | 4 | 5 | 6
}

/** Where a key leads in a grid of cells; null: not a key of the grid. */
export const cellAfter = (
  key: string,
  at: { row: number; column: number },
  size: { rows: number; columns: number },
): typeof at | null => {
  const clamp = (value: number, most: number): number => Math.max(0, Math.min(most - 1, value))
  const steps: Record<string, [row: number, column: number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    Home: [0, -size.columns],
    End: [0, size.columns],
  }
  const step = steps[key]
  return step ? { row: clamp(at.row + step[0], size.rows), column: clamp(at.column + step[1], size.columns) } : null
}
