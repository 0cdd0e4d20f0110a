import type { CrmRecord, Value, View } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import type { DueGroup } from '../../i18n/zoned-time.ts'
import { ColumnHead } from './column-head.tsx'
import { tableWidth, TICK_WIDTH, widthOf } from './column-widths.ts'
import { GroupRow } from './group-row.tsx'
import type { RecordRow as Row } from './record-rows.ts'
import { RecordRow } from './record-row.tsx'
import { TotalsRow } from './totals-row.tsx'
import { useVirtualRows } from './use-virtual-rows.ts'
import '../../record-views/record-views.css'

export interface RecordTableProps {
  /** The name of the object whose records these are. */
  object: string
  rows: Row[]
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

type HeadProps = Pick<RecordTableProps, 'object' | 'rows' | 'columns' | 'sort' | 'onSort' | 'selected' | 'onToggleAll'>

function TableHead({ object, rows, columns, sort, onSort, selected, onToggleAll }: HeadProps) {
  const words = useText(listMessages)
  const loaded = rows.filter(({ kind }) => kind === 'record').length
  return (
    <thead>
      <tr>
        <th scope="col">
          <input
            type="checkbox"
            aria-label={words('selectAll')}
            checked={selected.size > 0 && selected.size === loaded}
            onChange={onToggleAll}
            ref={(element) => {
              if (element) element.indeterminate = selected.size > 0 && selected.size < loaded
            }}
          />
        </th>
        {columns.map((field) => (
          <ColumnHead key={field.name} object={object} field={field} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}

/** Stands for the rows out of sight, so that the bar of the box tells the length of the whole list. */
function Room({ height, span }: { height: number; span: number }) {
  return height === 0 ? null : (
    <tr aria-hidden="true" style={{ height }}>
      <td colSpan={span} />
    </tr>
  )
}

/** A real table of which only the rows in sight exist. Its heights are fixed, so scrolling never jumps. */
export function RecordTable(props: RecordTableProps) {
  const { rows, columns, titleField, tools, totals, currentId, selected, collapsed, onCollapse } = props
  const { box, items, above, below } = useVirtualRows(rows, currentId, props.onNearEnd)
  const opener = columns.some(({ name }) => name === titleField) ? titleField : columns[0]?.name
  const span = columns.length + 1
  const rowAt = (index: number) => {
    const row = rows[index]
    if (!row) return null
    if (row.kind === 'group') {
      const { group } = row
      return <GroupRow key={group} row={row} span={span} isFolded={collapsed.has(group)} onFold={() => onCollapse(group)} />
    }
    const { record } = row
    const marks = { isSelected: selected.has(record.id), isCurrent: record.id === currentId }
    return <RecordRow key={record.id} {...props} {...marks} record={record} index={index} opener={opener} />
  }
  return (
    <div className="lead-scroll" ref={box}>
      <table className="lead-table" aria-rowcount={rows.length} style={{ minWidth: tableWidth(columns, tools.locale) }}>
        <colgroup>
          <col style={{ width: TICK_WIDTH }} />
          {columns.map((field) => (
            <col key={field.name} style={{ width: widthOf(field, tools.locale) }} />
          ))}
        </colgroup>
        <TableHead {...props} />
        <tbody>
          <Room height={above} span={span} />
          {items.map(({ index }) => rowAt(index))}
          <Room height={below} span={span} />
        </tbody>
        {totals && totals.size > 0 && <TotalsRow columns={columns} totals={totals} tools={tools} />}
      </table>
    </div>
  )
}
