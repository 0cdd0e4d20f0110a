import { X } from 'lucide-react'
import type { View } from '@jieli/core'
import type { FieldMeta } from '../../../data/meta-shapes.ts'
import { recordViewsMessages } from '../../../i18n/messages/record-views-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { figuresOf, mostSummaries, summarisable, usualFigureOf, type SettingsPartProps, type Figure } from './view-draft.ts'

/** The figures that stand below a list or over a lane: of which field, and which. */
export function SummaryLines({ object, draft, onChange }: SettingsPartProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  const { summaries } = draft
  const fieldOf = (name: string): FieldMeta | undefined => object.fields.find((field) => field.name === name)
  const free = summarisable(object.fields, summaries)
  const add = (field: string): void => onChange({ summaries: [...summaries, { field, fn: usualFigureOf(fieldOf(field)) }] })
  return (
    <>
      {summaries.map((summary, at) => (
        <SummaryLine
          key={summary.field}
          summary={summary}
          field={fieldOf(summary.field)}
          onFigure={(fn) => onChange({ summaries: summaries.with(at, { ...summary, fn }) })}
          onRemove={() => onChange({ summaries: summaries.toSpliced(at, 1) })}
        />
      ))}
      {summaries.length < mostSummaries && free.length > 0 && (
        <select className="inp" aria-label={text('addSummary')} value="" onChange={(event) => add(event.target.value)}>
          <option value="">{text('addSummary')}</option>
          {free.map((field) => (
            <option key={field.name} value={field.name}>
              {label(field.label)}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

interface LineProps {
  summary: View['summaries'][number]
  /** Undefined: gone from the object, or not for this reader. */
  field: FieldMeta | undefined
  onFigure(fn: Figure): void
  onRemove(): void
}

function SummaryLine({ summary, field, onFigure, onRemove }: LineProps) {
  const text = useText(recordViewsMessages)
  const label = useLabel()
  return (
    <div className="row g8">
      <span className="sp ell">{label(field?.label ?? { 'zh-CN': summary.field })}</span>
      <select
        className="inp"
        aria-label={text('summaries')}
        value={summary.fn}
        onChange={(event) => onFigure(event.target.value as Figure)}
      >
        {figuresOf(field).map((fn) => (
          <option key={fn} value={fn}>
            {text(fn)}
          </option>
        ))}
      </select>
      <button type="button" className="btn sm ghost icon" aria-label={text('removeSummary')} onClick={onRemove}>
        <X size={14} />
      </button>
    </div>
  )
}
