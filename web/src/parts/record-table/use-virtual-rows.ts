import { useEffect, useEffectEvent, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { rowHeights, useDensity } from '../../theme/density.ts'
import type { RecordRow } from './record-rows.ts'

const GROUP_HEIGHT = 32

/** The rows in sight, with the room above and below them; the current record is brought into sight when it changes. */
export const useVirtualRows = (rows: readonly RecordRow[], currentId: string | null, onNearEnd: () => void) => {
  const density = useDensity()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? GROUP_HEIGHT : rowHeights[density]),
    overscan: 12,
  })
  // Rows change height with the density chosen.
  useEffect(() => virtual.measure(), [virtual, density])
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown >= rows.length - 20) onNearEnd()
  }, [lastShown, rows.length, onNearEnd])
  const reveal = useEffectEvent((id: string | null) => {
    const index = rows.findIndex((row) => row.kind === 'record' && row.record.id === id)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  // Only when another record becomes current: live changes must not move what one is reading.
  useEffect(() => reveal(currentId), [currentId])
  return {
    box,
    items,
    above: items[0]?.start ?? 0,
    below: items.length === 0 ? 0 : Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)),
  }
}
