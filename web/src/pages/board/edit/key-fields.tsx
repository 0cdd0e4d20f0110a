import { useId } from 'react'
import { dateBuckets, isGrouped, type DateBucket, type QueryCard } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import type { CardChange } from './board-draft.ts'
import { useCardFields } from './use-card-fields.ts'

type Key = QueryCard['groupBy'][number]

/** What the figure is parted by: nothing, a field, or two of them; dates by day, week, month. */
export function KeyFields({ draft, onChange }: { draft: QueryCard; onChange(more: CardChange): void }) {
  const text = useText(boardEditorMessages)
  const { keys, isDate } = useCardFields(draft.object)
  const id = useId()
  const { groupBy } = draft
  const put = (index: number, key: Key | undefined): void => {
    const next = key ? groupBy.toSpliced(index, 1, key) : groupBy.slice(0, index)
    // A figure without parts is a number; with parts it needs a chart that draws them.
    const chart =
      next.length === 0 ? 'number' : isGrouped(draft.chart) && groupBy.length > 0 ? draft.chart : firstChart(next[0])
    onChange({ groupBy: next, chart: chart === 'ring' && next.length > 1 ? 'bar' : chart })
  }
  const firstChart = (key: Key | undefined): QueryCard['chart'] => (isDate(key?.field) ? 'line' : 'bar')
  const keyOf = (field: string): Key => (isDate(field) ? { field, bucket: 'day' } : { field })
  return (
    <>
      {[0, 1].slice(0, groupBy.length + 1).map((index) => {
        const key = groupBy[index]
        return (
          <div className="card-pair" key={index}>
            <div className="field">
              <label htmlFor={`${id}-${index}`}>{text(index === 0 ? 'groupBy' : 'thenBy')}</label>
              <select
                id={`${id}-${index}`}
                className="inp"
                value={key?.field ?? ''}
                onChange={({ target }) => put(index, target.value === '' ? undefined : keyOf(target.value))}
              >
                <option value="">{text('noKey')}</option>
                {keys
                  .filter(({ path }) => path === key?.field || !groupBy.some(({ field }) => field === path))
                  .map(({ path, title }) => (
                    <option key={path} value={path}>
                      {title}
                    </option>
                  ))}
              </select>
            </div>
            {key && isDate(key.field) && (
              <div className="field">
                <label htmlFor={`${id}-${index}-bucket`}>{text('bucket')}</label>
                <select
                  id={`${id}-${index}-bucket`}
                  className="inp"
                  value={key.bucket ?? 'day'}
                  onChange={({ target }) => put(index, { ...key, bucket: target.value as DateBucket })}
                >
                  {dateBuckets.map((bucket) => (
                    <option key={bucket} value={bucket}>
                      {text(`bucket-${bucket}`)}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </div>
        )
      })}
    </>
  )
}
