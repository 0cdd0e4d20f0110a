import { Check } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { fieldOf, useObject } from '../../../data/meta.ts'
import { leadsMessages } from '../../../i18n/messages/leads-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { dueText, momentText } from '../../../i18n/zoned-time.ts'
import { DueToggle } from '../../../parts/why-panel/due-toggle.tsx'

interface NextStepProps {
  record: CrmRecord
  tools: FieldTools
  onDone(): void
  onReschedule(): void
}

export function NextStep({ record, tools, onDone, onReschedule }: NextStepProps) {
  const text = useText(leadsMessages)
  const mayLog = useObject('followUp')?.can.create === true
  const mayPlan = fieldOf(useObject('lead'), 'nextAt')?.right === 'write'
  const at = typeof record.values['nextAt'] === 'string' ? record.values['nextAt'] : null
  const due = at ? dueText(at, tools.now, tools) : null
  const action = String(record.values['nextAction'] ?? '')
  return (
    <div>
      <h3>{text('nextStep')}</h3>
      <div className="b f13">{action || text('noNext')}</div>
      {at && due && (
        <div className="row g6 f13">
          <span className={due.tone === 'err' ? 'err b' : 'b'}>{momentText(at, tools.now, tools)}</span>
          {due.tone !== 'calm' && <span className={due.tone}>{due.text}</span>}
          <DueToggle leadId={record.id} />
        </div>
      )}
      <div className="row g8 panel-buttons">
        {action && mayLog && (
          <button type="button" className="btn sm" onClick={onDone}>
            <Check size={14} aria-hidden="true" />
            {text('done')}
          </button>
        )}
        {mayPlan && (
          <button type="button" className={`btn sm${action ? ' ghost' : ''}`} onClick={onReschedule}>
            {text(action ? 'reschedule' : 'setNext')}
          </button>
        )}
      </div>
    </div>
  )
}
