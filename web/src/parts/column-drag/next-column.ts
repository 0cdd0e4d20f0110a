interface Box {
  left: number
  top: number
  width: number
}

/** Where a card held by keyboard goes: onto the next column to that side; null at the edge. */
export const nextColumn = (key: string, at: { x: number; y: number }, columns: Box[]): { x: number; y: number } | null => {
  const sorted = columns.toSorted((a, b) => a.left - b.left)
  const current = sorted.findLastIndex((column) => column.left <= at.x + 1)
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0
  const target = step === 0 ? undefined : sorted[Math.max(0, current) + step]
  return target ? { x: target.left + 8, y: target.top + 48 } : null
}
