import { useState } from 'react'
import { ChevronDown, ChevronUp, GripVertical, SlidersHorizontal } from 'lucide-react'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../dialog/popover-menu.tsx'
import { moveItem } from './move-item.ts'

interface ColumnChooserProps {
  object: ObjectMeta
  columns: FieldMeta[]
  onChange(columns: string[]): void
}

/** Told by the record itself or drawn with another column. */
const neverColumns = new Set(['id', 'rev'])

function ColumnRow({
  field,
  isShown,
  place,
  onToggle,
  onMove,
  onDrop,
}: {
  field: FieldMeta
  isShown: boolean
  place: number
  onToggle(): void
  onMove(to: number): void
  onDrop(from: number): void
}) {
  const text = useText(listMessages)
  const label = useLabel()
  const [isOver, setOver] = useState(false)
  const name = label(field.label)
  return (
    <div
      className={`column-row${isOver ? ' over' : ''}`}
      draggable={isShown}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', String(place))}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop(Number(event.dataTransfer.getData('text/plain')))
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
        event.preventDefault()
        onMove(place + (event.key === 'ArrowUp' ? -1 : 1))
      }}
    >
      <GripVertical size={12} className="t3" aria-hidden="true" style={isShown ? {} : { visibility: 'hidden' }} />
      <label className="sp">
        <input type="checkbox" checked={isShown} onChange={onToggle} />
        {name}
      </label>
      {isShown && (
        <>
          <button
            type="button"
            className="btn xs ghost icon"
            aria-label={text('columnUp', { name })}
            onClick={() => onMove(place - 1)}
          >
            <ChevronUp size={12} />
          </button>
          <button
            type="button"
            className="btn xs ghost icon"
            aria-label={text('columnDown', { name })}
            onClick={() => onMove(place + 1)}
          >
            <ChevronDown size={12} />
          </button>
        </>
      )}
    </div>
  )
}

/** Which columns, in which order: those shown first, as they stand. */
export function ColumnChooser({ object, columns, onChange }: ColumnChooserProps) {
  const text = useText(listMessages)
  const shown = columns.map(({ name }) => name)
  const hidden = object.fields.filter(({ name }) => !shown.includes(name) && !neverColumns.has(name))
  const move = (from: number, to: number): void => onChange(moveItem(shown, from, to))
  const row = (field: FieldMeta, place: number, isShown: boolean) => (
    <ColumnRow
      key={field.name}
      field={field}
      place={place}
      isShown={isShown}
      onToggle={() => onChange(isShown ? shown.filter((name) => name !== field.name) : [...shown, field.name])}
      onMove={(to) => move(place, to)}
      onDrop={(from) => move(from, place)}
    />
  )
  return (
    <PopoverMenu
      label={text('columns')}
      align="end"
      triggerClass="btn sm ghost icon"
      trigger={<SlidersHorizontal size={14} aria-hidden="true" />}
    >
      {() => (
        <div className="columns">
          <p className="t3 f12">{text('columnsHelp')}</p>
          {columns.map((field, place) => row(field, place, true))}
          <hr />
          {hidden.map((field) => row(field, columns.length, false))}
        </div>
      )}
    </PopoverMenu>
  )
}
