import { CalendarPlus, UserRoundCog, X } from 'lucide-react'
import { useCan } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'

export function BulkBar({
  count,
  onReassign,
  onNextStep,
  onClear,
}: {
  count: number
  onReassign(): void
  onNextStep(): void
  onClear(): void
}) {
  const text = useText(leadsMessages)
  const can = useCan()
  return (
    <div className="bulk" role="toolbar" aria-label={text('bulk')}>
      <span>
        {text('selected')}
        <b> {count} </b>
        {text('selectedUnit').trim()}
      </span>
      <span className="bulk-line" />
      {can('assign') && (
        <button type="button" className="btn sm ghost" onClick={onReassign}>
          <UserRoundCog size={14} aria-hidden="true" />
          {text('reassign')}
        </button>
      )}
      <button type="button" className="btn sm ghost" onClick={onNextStep}>
        <CalendarPlus size={14} aria-hidden="true" />
        {text('nextStep')}
      </button>
      <button type="button" className="btn sm ghost icon" aria-label={text('clearSelection')} onClick={onClear}>
        <X size={14} />
      </button>
    </div>
  )
}
