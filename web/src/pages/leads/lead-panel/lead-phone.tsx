import type { CrmRecord } from '@jieli/core'
import { fieldOf, useObject } from '../../../data/meta.ts'
import { leadsMessages } from '../../../i18n/messages/leads-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { FieldValue } from '../../../parts/field-value/field-value.tsx'
import type { useRevealed } from '../../../parts/field-value/use-revealed.ts'

/** The number, covered until it is asked for: being asked is written down. */
export function LeadPhone({ record, revealed }: { record: CrmRecord; revealed: ReturnType<typeof useRevealed> }) {
  const text = useText(leadsMessages)
  const object = useObject('lead')
  const field = fieldOf(object, 'phone')
  const value = record.values['phone']
  if (!field || !value) return null
  return (
    <div className="row g8 f13 t2">
      <span>{revealed.value?.replace(/^\+86/u, '') ?? <FieldValue field={field} value={value} tools={revealed.tools} />}</span>
      {field.right !== 'mask' && field.covered && !revealed.value && (
        <>
          <button type="button" className="link f12" disabled={revealed.isAsking} onClick={() => revealed.ask(() => {})}>
            {text('reveal')}
          </button>
          <span className="t3 nw">{text('revealNote')}</span>
        </>
      )}
    </div>
  )
}
