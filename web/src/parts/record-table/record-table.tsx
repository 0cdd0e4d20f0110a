import { useEffect, useEffectEvent, useRef } from 'react'
import type { CrmRecord, Locale, Value, View } from '@jieli/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp, ChevronDown, ChevronRight } from 'lucide-react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { fieldTypeOf } from '../condition-builder/condition-fields.ts'
import { nextSort } from '../record-list/list-draft.ts'
import { rowHeights, useDensity } from '../../theme/density.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import type { RecordRow } from './record-rows.ts'
import { EditableCell } from './editable-cell.tsx'
import { RecordCell } from './record-cell.tsx'
import { TotalsRow } from './totals-row.tsx'
import '../../record-views/record-views.css'

export interface RecordTableProps {
  rows: RecordRow[]
  columns: FieldMeta[]
  /** The column that opens the record and names it. */
  titleField: string
  sort: View['sort']
  onSort(sort: View['sort']): void
  tools: FieldTools
  /** The colour of a row, by the view's rules. */
  tone?(record: CrmRecord): string
  /** Figures over all that match, by field. */
  totals?: ReadonlyMap<string, { fn: View['summaries'][number]['fn']; value: Value }>
  /** Which fields may be changed in place, and what a change does. */
  isEditable?(field: FieldMeta): boolean
  onEdit?(record: CrmRecord, field: FieldMeta, value: Value): void
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
/** Words are longer in English than in Chinese. */
const stretch = { 'zh-CN': 1, en: 1.4 }
const widthOf = (field: FieldMeta, locale: Locale): number =>
  Math.round((widths[field.name] ?? webFaceOf(field.type).width ?? 112) * stretch[locale])

function GroupRow({
  row,
  span,
  isFolded,
  onFold,
}: {
  row: Extract<RecordRow, { kind: 'group' }>
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

/** 下一步 stands for the pair: it is sorted by when. */
const sortFieldOf = (field: FieldMeta): string => (field.name === 'nextAction' ? 'nextAt' : field.name)
const isSortable = (field: FieldMeta): boolean => {
  const type = fieldTypeOf(field.type)
  return field.right !== 'mask' && type !== undefined && !type.isOpaque && type.valueType !== 'list' && type.valueType !== 'id'
}

function ColumnHead({ field, sort, onSort }: { field: FieldMeta; sort: View['sort']; onSort(sort: View['sort']): void }) {
  const text = useText(leadsMessages)
  const words = useText(listMessages)
  const label = useLabel()
  const name = field.name === 'nextAction' ? text('nextAndDue') : label(field.label)
  const sorted = sort[0]?.field === sortFieldOf(field) ? sort[0].direction : undefined
  const Arrow = sorted === 'desc' ? ArrowDown : ArrowUp
  return (
    <th
      scope="col"
      className={webFaceOf(field.type).align === 'end' && field.name !== 'intent' ? 'r' : ''}
      aria-sort={sorted === undefined ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
    >
      {isSortable(field) ? (
        <button
          type="button"
          className="column-head"
          title={words(sorted === undefined ? 'sortAsc' : sorted === 'asc' ? 'sortDesc' : 'sortNone', { name })}
          onClick={() => onSort(nextSort(sort, sortFieldOf(field)))}
        >
          <span className="ell">{name}</span>
          {sorted && <Arrow size={12} aria-hidden="true" />}
        </button>
      ) : (
        name
      )}
    </th>
  )
}

/** A real table of which only the rows in sight exist. Its heights are fixed, so scrolling never jumps. */
export function RecordTable({
  rows,
  columns,
  titleField,
  sort,
  onSort,
  tools,
  tone,
  totals,
  isEditable,
  onEdit,
  currentId,
  selected,
  collapsed,
  onOpen,
  onToggle,
  onToggleAll,
  onCollapse,
  onNearEnd,
}: RecordTableProps) {
  const words = useText(listMessages)
  const density = useDensity()
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? 32 : rowHeights[density]),
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
  // Only when another lead becomes current: live changes must not move what one is reading.
  useEffect(() => reveal(currentId), [currentId])
  const opener = columns.some(({ name }) => name === titleField) ? titleField : columns[0]?.name
  const loaded = rows.filter((row) => row.kind === 'record')
  const span = columns.length + 1
  return (
    <div className="lead-scroll" ref={box}>
      <table
        className="lead-table"
        aria-rowcount={rows.length}
        style={{ minWidth: 38 + columns.reduce((sum, field) => sum + widthOf(field, tools.locale), 0) }}
      >
        <colgroup>
          <col style={{ width: 38 }} />
          {columns.map((field) => (
            <col key={field.name} style={{ width: widthOf(field, tools.locale) }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">
              <input
                type="checkbox"
                aria-label={words('selectAll')}
                checked={selected.size > 0 && selected.size === loaded.length}
                onChange={onToggleAll}
                ref={(element) => {
                  if (element) element.indeterminate = selected.size > 0 && selected.size < loaded.length
                }}
              />
            </th>
            {columns.map((field) => (
              <ColumnHead key={field.name} field={field} sort={sort} onSort={onSort} />
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
            const name = String(record.values[titleField] ?? '')
            return (
              <tr
                key={record.id}
                aria-rowindex={index + 1}
                aria-selected={selected.has(record.id)}
                className={`${selected.has(record.id) ? 'sel' : ''}${record.id === currentId ? ' cur' : ''} ${tone?.(record) ?? ''}`}
                onClick={() => onOpen(record.id)}
              >
                <td onClick={(event) => event.stopPropagation()}>
                  <input
                    type="checkbox"
                    aria-label={words('select', { name: name || words('unnamed') })}
                    checked={selected.has(record.id)}
                    onChange={() => onToggle(record.id)}
                  />
                </td>
                {columns.map((field) => (
                  <td
                    key={field.name}
                    className={`${webFaceOf(field.type).align === 'end' && field.name !== 'intent' ? 'r' : ''}${field.name === 'phone' || field.name === 'subject' ? ' t2' : ''}`}
                  >
                    {field.name === opener ? (
                      <button
                        type="button"
                        className="lead-name"
                        onClick={(event) => {
                          event.stopPropagation()
                          onOpen(record.id)
                        }}
                      >
                        {name && field.type === 'text' ? name : <RecordCell field={field} record={record} tools={tools} />}
                      </button>
                    ) : onEdit && isEditable?.(field) ? (
                      <EditableCell field={field} record={record} tools={tools} onEdit={onEdit} />
                    ) : (
                      <RecordCell field={field} record={record} tools={tools} />
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
        {totals && totals.size > 0 && <TotalsRow columns={columns} totals={totals} tools={tools} />}
      </table>
    </div>
  )
}
