import { CalendarPlus, FileDown, UserRoundCog, X } from 'lucide-react'
import type { ExportQuery } from '../../data/exports.ts'
import { useCan } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { ExportMenu } from '../../parts/record-list/export-menu.tsx'

interface BulkBarProps {
  chosen: readonly string[]
  columns: string[]
  mayUpdate: boolean
  onReassign(): void
  onNextStep(): void
  onClear(): void
}

const ofThese = (ids: readonly string[], columns: string[]): Omit<ExportQuery, 'format'> => ({
  columns,
  where: { call: 'isOneOf', args: [{ field: 'id' }, { value: [...ids] }] },
})

export function BulkBar({ chosen, columns, mayUpdate, onReassign, onNextStep, onClear }: BulkBarProps) {
  const text = useText(leadsMessages)
  const words = useText(listMessages)
  const can = useCan()
  return (
    <div className="bulk" role="toolbar" aria-label={text('bulk')}>
      <span aria-live="polite">
        {text('selected')}
        <b> {chosen.length} </b>
        {text('selectedUnit').trim()}
      </span>
      <span className="bulk-line" />
      {can('assign') && (
        <button type="button" className="btn sm ghost" onClick={onReassign}>
          <UserRoundCog size={14} aria-hidden="true" />
          {text('reassign')}
        </button>
      )}
      {mayUpdate && (
        <button type="button" className="btn sm ghost" onClick={onNextStep}>
          <CalendarPlus size={14} aria-hidden="true" />
          {text('nextStep')}
        </button>
      )}
      <ExportMenu
        object="lead"
        label={words('exportSelected')}
        query={ofThese(chosen, columns)}
        triggerClass="btn sm ghost"
        opensUp
        trigger={
          <>
            <FileDown size={14} aria-hidden="true" />
            {words('exportSelected')}
          </>
        }
      />
      <button type="button" className="btn sm ghost icon" aria-label={text('clearSelection')} onClick={onClear}>
        <X size={14} />
      </button>
    </div>
  )
}
