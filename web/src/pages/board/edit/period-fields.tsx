import { useId } from 'react'
import { cardPeriods, type CardPeriod, type QueryCard } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { CardChange } from './board-draft.ts'
import { useCardFields } from './use-card-fields.ts'

const ALL = 'all'

/** The stretch the card looks at, by which date; or all there ever was. */
export function PeriodFields({ draft, onChange }: { draft: QueryCard; onChange(more: CardChange): void }) {
  const text = useText(boardEditorMessages)
  const { dates } = useCardFields(draft.object)
  const id = useId()
  const { period } = draft
  const usual = dates.find(({ path }) => path === 'createdAt')?.path ?? dates[0]?.path
  const chooseRange = (range: string): void =>
    onChange({
      period: range === ALL || !usual ? undefined : { field: period?.field ?? usual, range: range as CardPeriod },
    })
  return (
    <div className="card-pair">
      <div className="field">
        <label htmlFor={`${id}-range`}>{text('period')}</label>
        <select
          id={`${id}-range`}
          className="inp"
          value={period?.range ?? ALL}
          onChange={({ target }) => chooseRange(target.value)}
        >
          {[...cardPeriods, ALL].map((range) => (
            <option key={range} value={range}>
              {text(`period-${range as CardPeriod}`)}
            </option>
          ))}
        </select>
      </div>
      {period && (
        <div className="field">
          <label htmlFor={`${id}-by`}>{text('periodBy')}</label>
          <select
            id={`${id}-by`}
            className="inp"
            value={period.field}
            onChange={({ target }) => onChange({ period: { ...period, field: target.value } })}
          >
            {dates.map(({ path, title }) => (
              <option key={path} value={path}>
                {title}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
