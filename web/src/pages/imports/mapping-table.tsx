import type { ImportMapping, ImportPreview } from '../../data/imports.ts'
import { useObject } from '../../data/meta.ts'
import { joined } from '../../i18n/joined.ts'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

interface MappingTableProps {
  preview: ImportPreview
  mapping: ImportMapping
  onChange(next: ImportMapping): void
}

/** Each column of the file with what is in it, and the field it goes to. */
export function MappingTable({ preview, mapping, onChange }: MappingTableProps) {
  const text = useText(importsMessages)
  const label = useLabel()
  const fields = (useObject(preview.object)?.fields ?? []).filter((field) => !field.system && field.mayFill)
  const count = (name: string): number => Object.values(mapping).filter((field) => field === name).length
  return (
    <div className="card import-mapping" role="table" aria-label={text('mapping')}>
      <div role="row" className="head">
        <span role="columnheader">{text('column')}</span>
        <span role="columnheader">{text('samples')}</span>
        <span role="columnheader">{text('field')}</span>
      </div>
      {preview.columns.map(({ header, samples }) => {
        const field = mapping[header] ?? null
        const isTwice = field !== null && count(field) > 1
        return (
          <div role="row" key={header} className={field === null ? 'off' : ''}>
            <b role="cell">{header}</b>
            <span role="cell" className="t3 ell" title={joined(samples)}>
              {joined(samples.slice(0, 3))}
            </span>
            <span role="cell">
              <select
                className="inp"
                aria-label={`${header} ${text('field')}`}
                aria-invalid={isTwice}
                value={field ?? ''}
                onChange={(event) => onChange({ ...mapping, [header]: event.target.value || null })}
              >
                <option value="">{text('leaveOut')}</option>
                {fields.map((one) => (
                  <option key={one.name} value={one.name}>
                    {label(one.label)}
                    {preview.choices.required.includes(one.name) ? ' *' : ''}
                  </option>
                ))}
              </select>
              {isTwice && <span className="field-note err">{text('usedTwice')}</span>}
            </span>
          </div>
        )
      })}
    </div>
  )
}
