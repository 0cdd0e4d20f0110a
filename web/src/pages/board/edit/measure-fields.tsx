import { useId } from 'react'
import { cardMeasures, type QueryCard } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { CardChange } from './board-draft.ts'
import { useCardFields } from './use-card-fields.ts'

type Measure = QueryCard['measure']

/** How many, or a figure over a field. */
export function MeasureFields({ draft, onChange }: { draft: QueryCard; onChange(more: CardChange): void }) {
  const text = useText(boardEditorMessages)
  const fields = useCardFields(draft.object)
  const id = useId()
  const { fn, field } = draft.measure
  const choices = fn === 'distinct' ? fields.values : fields.numbers
  const choose = (next: Measure['fn']): void => {
    const possible = next === 'distinct' ? fields.values : fields.numbers
    const kept = possible.find(({ path }) => path === field) ?? possible[0]
    onChange({ measure: next === 'count' || !kept ? { fn: next } : { fn: next, field: kept.path } })
  }
  return (
    <div className="card-pair">
      <div className="field">
        <label htmlFor={`${id}-fn`}>{text('measure')}</label>
        <select id={`${id}-fn`} className="inp" value={fn} onChange={({ target }) => choose(target.value as Measure['fn'])}>
          {cardMeasures.map((one) => (
            <option key={one} value={one}>
              {text(`fn-${one}`)}
            </option>
          ))}
        </select>
      </div>
      {fn !== 'count' && (
        <div className="field">
          <label htmlFor={`${id}-of`}>{text('measureOf')}</label>
          <select
            id={`${id}-of`}
            className="inp"
            value={field ?? ''}
            onChange={({ target }) => onChange({ measure: { fn, field: target.value } })}
          >
            {choices.length === 0 && <option value="">{text('noNumbers')}</option>}
            {choices.map(({ path, title }) => (
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
