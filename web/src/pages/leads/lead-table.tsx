import { useEffect, useEffectEvent, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import type { LeadRow } from './lead-rows.ts'
import { LeadCell } from './lead-cell.tsx'

export interface LeadTableProps {
  rows: LeadRow[]
  columns: FieldMeta[]
  tools: FieldTools
  currentId: string | null
  selected: ReadonlySet<string>
  collapsed: ReadonlySet<DueGroup>
  onOpen(id: string): void
  onToggle(id: string): void
  onToggleAll(): void
  onCollapse(group: DueGroup): void
  onNearEnd(): void
}

const widths: Record<string, number> = { name: 76, phone: 100, intent: 72, nextAction: 152, stage: 80, owner: 84, subject: 80 }
const widthOf = (field: FieldMeta): number => widths[field.name] ?? webFaceOf(field.type).width ?? 112

function GroupRow({
  row,
  span,
  isFolded,
  onFold,
}: {
  row: Extract<LeadRow, { kind: 'group' }>
  span: number
  isFolded: boolean
  onFold(): void
}) {
  const text = useText(leadsMessages)
  const Icon = isFolded ? ChevronRight : ChevronDown
  return (
    <tr className="group-row">
      <th colSpan={span} scope="colgroup">
        <button type="button" aria-expanded={!isFolded} onClick={onFold}>
          <Icon size={12} className="t3" aria-hidden="true" />
          <span className={row.group === 'overdue' ? 'err' : ''}>{text(row.group)}</span>
          <span className="count">
            {row.count}
            {row.isOpenEnded && '+'}
          </span>
        </button>
      </th>
    </tr>
  )
}

/** A real table of which only the rows in sight exist. Its heights are fixed, so scrolling never jumps. */
export function LeadTable({
  rows,
  columns,
  tools,
  currentId,
  selected,
  collapsed,
  onOpen,
  onToggle,
  onToggleAll,
  onCollapse,
  onNearEnd,
}: LeadTableProps) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : 36),
    overscan: 12,
  })
  const items = virtual.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (lastShown >= rows.length - 20) onNearEnd()
  }, [lastShown, rows.length, onNearEnd])
  const reveal = useEffectEvent((id: string | null) => {
    const index = rows.findIndex((row) => row.kind === 'lead' && row.record.id === id)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  // Only when another lead becomes current: live changes must not move what one is reading.
  useEffect(() => reveal(currentId), [currentId])
  const loaded = rows.filter((row) => row.kind === 'lead')
  const span = columns.length + 1
  return (
    <div className="lead-scroll" ref={box}>
      <table
        className="lead-table"
        aria-rowcount={rows.length}
        style={{ minWidth: 38 + columns.reduce((sum, field) => sum + widthOf(field), 0) }}
      >
        <colgroup>
          <col style={{ width: 38 }} />
          {columns.map((field) => (
            <col key={field.name} style={{ width: widthOf(field) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={text('selectAll')}
                checked={selected.size > 0 && selected.size === loaded.length}
                onChange={onToggleAll}
                ref={(element) => {
                  if (element) element.indeterminate = selected.size > 0 && selected.size < loaded.length
                }}
              />
            </th>
            {columns.map((field) => (
              <th
                key={field.name}
                scope="col"
                className={webFaceOf(field.type).align === 'end' && field.name !== 'intent' ? 'r' : ''}
              >
                {field.name === 'nextAction' ? text('nextAndDue') : label(field.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(items[0]?.start ?? 0) > 0 && (
            <tr aria-hidden="true" style={{ height: items[0]?.start }}>
              <td colSpan={span} />
            </tr>
          )}
          {items.map(({ index }) => {
            const row = rows[index]
            if (!row) return null
            if (row.kind === 'group')
              return (
                <GroupRow
                  key={row.group}
                  row={row}
                  span={span}
                  isFolded={collapsed.has(row.group)}
                  onFold={() => onCollapse(row.group)}
                />
              )
            const { record } = row
            const name = String(record.values['name'] ?? '')
            return (
              <tr
                key={record.id}
                aria-rowindex={index + 1}
                aria-selected={selected.has(record.id)}
                className={`${selected.has(record.id) ? 'sel' : ''}${record.id === currentId ? ' cur' : ''}`}
                onClick={() => onOpen(record.id)}
              >
                <td onClick={(event) => event.stopPropagation()}>
                  <input
                    type="checkbox"
                    aria-label={text('select', { name })}
                    checked={selected.has(record.id)}
                    onChange={() => onToggle(record.id)}
                  />
                </td>
                {columns.map((field) => (
                  <td
                    key={field.name}
                    className={`${webFaceOf(field.type).align === 'end' && field.name !== 'intent' ? 'r' : ''}${field.name === 'phone' || field.name === 'subject' ? ' t2' : ''}`}
                  >
                    {field.name === 'name' ? (
                      <button
                        type="button"
                        className="lead-name"
                        onClick={(event) => {
                          event.stopPropagation()
                          onOpen(record.id)
                        }}
                      >
                        {name || '—'}
                      </button>
                    ) : (
                      <LeadCell field={field} record={record} tools={tools} />
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
          {items.length > 0 && (
            <tr aria-hidden="true" style={{ height: Math.max(0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)) }}>
              <td colSpan={span} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
