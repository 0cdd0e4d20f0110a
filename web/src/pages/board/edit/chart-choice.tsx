import { useId } from 'react'
import { ChartBar, ChartLine, ChartPie, Goal, Hash, Table2, type LucideIcon } from 'lucide-react'
import { cardCharts, isGrouped, type CardChart, type QueryCard } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { CardChange } from './board-draft.ts'

const icons: Record<CardChart, LucideIcon> = {
  number: Hash,
  progress: Goal,
  bar: ChartBar,
  line: ChartLine,
  ring: ChartPie,
  table: Table2,
}

const fits = (chart: CardChart, keys: number): boolean =>
  isGrouped(chart) ? keys > 0 && (chart !== 'ring' || keys === 1) : keys === 0

/** Of the charts those that can draw what is asked. */
export function ChartChoice({ draft, onChange }: { draft: QueryCard; onChange(more: CardChange): void }) {
  const text = useText(boardEditorMessages)
  const id = useId()
  return (
    <>
      <div className="field">
        <span className="label">{text('chart')}</span>
        <div className="card-charts" role="radiogroup" aria-label={text('chart')}>
          {cardCharts
            .filter((chart) => fits(chart, draft.groupBy.length))
            .map((chart) => {
              const Icon = icons[chart]
              return (
                <button
                  key={chart}
                  type="button"
                  role="radio"
                  className="btn"
                  aria-checked={draft.chart === chart}
                  onClick={() => onChange({ chart })}
                >
                  <Icon size={16} aria-hidden="true" />
                  {text(`chart-${chart}`)}
                </button>
              )
            })}
        </div>
      </div>
      {draft.chart === 'progress' && (
        <div className="field">
          <label htmlFor={id}>{text('goal')}</label>
          <input
            id={id}
            className="inp num"
            type="number"
            inputMode="decimal"
            min={1}
            value={draft.goal ?? ''}
            onChange={({ target }) => onChange({ goal: target.value === '' ? undefined : target.valueAsNumber })}
          />
        </div>
      )}
    </>
  )
}
