import type { View } from '@jieli/core'
import { useRecordCount } from '../../data/records.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

function Tab({ view, isOn, onChoose }: { view: View | undefined; isOn: boolean; onChoose(): void }) {
  const text = useText(leadsMessages)
  const label = useLabel()
  const { data } = useRecordCount('lead', view?.where ? { where: view.where } : {})
  return (
    <button type="button" role="tab" aria-selected={isOn} onClick={onChoose}>
      {view ? label(view.label) : text('all')}
      {data && (
        <span className="count">
          {data.value.toLocaleString('en')}
          {data.capped && '+'}
        </span>
      )}
    </button>
  )
}

export function ViewTabs({
  views,
  current,
  onChoose,
}: {
  views: View[]
  current: View | undefined
  onChoose(id: string | null): void
}) {
  const text = useText(leadsMessages)
  return (
    <div className="view-tabs" role="tablist" aria-label={text('views')}>
      {views.map((view) => (
        <Tab key={view.id} view={view} isOn={view.id === current?.id} onChoose={() => onChoose(view.id)} />
      ))}
      {!views.some(({ where }) => !where) && <Tab view={undefined} isOn={!current} onChoose={() => onChoose('all')} />}
    </div>
  )
}
