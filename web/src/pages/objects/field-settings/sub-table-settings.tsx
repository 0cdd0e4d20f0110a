import { useId } from 'react'
import { Plus, Trash2 } from 'lucide-react'
import { useObject } from '../../../data/meta.ts'
import { subTableMessages } from '../../../i18n/messages/sub-table-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { useTypeLabel } from '../type-cards.tsx'
import '../../../parts/sub-table/sub-table.css'
import type { SettingsEditor, SettingsProps } from './settings-editor.ts'

/** What a column may hold when the table is made; everything else is added to the object of the rows afterwards. */
const columnTypes = [
  'text',
  'number',
  'money',
  'percent',
  'date',
  'boolean',
  'long-text',
  'phone',
  'user',
  'attachment',
  'image',
]

interface Column {
  label: { 'zh-CN': string }
  type: string
}
const columnsIn = (settings: SettingsProps['settings']): Column[] => (settings['columns'] as Column[] | undefined) ?? []

/** Which columns a new sub-table has; of one that is there, how many rows a record may have. */
function SubTableSettings({ settings, onChange }: SettingsProps) {
  const text = useText(subTableMessages)
  const label = useLabel()
  const id = useId()
  const typeLabel = useTypeLabel()
  const columns = columnsIn(settings)
  const rows = useObject(String(settings['over'] ?? '').split('.')[0] ?? '')
  const set = (next: Column[]): void => onChange({ ...settings, columns: next })
  const change = (index: number, more: Partial<Column>): void =>
    set(columns.map((column, at) => (at === index ? { ...column, ...more } : column)))
  if (settings['over'])
    return (
      <>
        <p className="hint">{text('rowsObject', { name: rows ? label(rows.label) : String(settings['over']) })}</p>
        <div className="field">
          <label htmlFor={`${id}-max`}>{text('max')}</label>
          <input
            id={`${id}-max`}
            className="inp"
            type="number"
            min={1}
            max={500}
            value={Number(settings['max'] ?? 200)}
            onChange={(event) => onChange({ ...settings, max: Math.max(1, Math.min(500, Number(event.target.value) || 1)) })}
          />
        </div>
      </>
    )
  return (
    <fieldset className="field sub-table-columns">
      <legend>{text('columns')}</legend>
      {columns.map((column, index) => (
        // Columns have no name of their own before they are made.
        <div key={index} className="row g8">
          <input
            className="inp sp"
            aria-label={text('columnName', { n: index + 1 })}
            placeholder={text('columnHint')}
            maxLength={60}
            value={column.label['zh-CN']}
            onChange={(event) => change(index, { label: { 'zh-CN': event.target.value } })}
          />
          <select
            className="inp"
            aria-label={text('columnType', { n: index + 1 })}
            value={column.type}
            onChange={(event) => change(index, { type: event.target.value })}
          >
            {columnTypes.map((type) => (
              <option key={type} value={type}>
                {typeLabel(type)}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="btn icon ghost"
            aria-label={text('removeColumn', { n: index + 1 })}
            disabled={columns.length === 1}
            onClick={() => set(columns.toSpliced(index, 1))}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn sm ghost acc"
        disabled={columns.length >= 40}
        onClick={() => set([...columns, { label: { 'zh-CN': '' }, type: 'text' }])}
      >
        <Plus size={14} aria-hidden="true" />
        {text('addColumn')}
      </button>
      <p className="hint">{text('columnsNote')}</p>
    </fieldset>
  )
}

export const subTableSettings: SettingsEditor = {
  first: {
    columns: [
      { label: { 'zh-CN': '' }, type: 'text' },
      { label: { 'zh-CN': '' }, type: 'number' },
    ],
  },
  isReady: (settings) =>
    Boolean(settings['over']) ||
    (columnsIn(settings).length > 0 && columnsIn(settings).every((column) => column.label['zh-CN'].trim() !== '')),
  Editor: SubTableSettings,
}
