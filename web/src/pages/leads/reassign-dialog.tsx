import { useState, type FormEvent } from 'react'
import type { CrmRecord } from '@jieli/core'
import { useAssignLeads } from '../../data/leads.ts'
import { usePersonName } from '../../data/meta.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { UserPicker } from '../../parts/pickers/user-picker.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** To whom and why; the reason stays on every lead's timeline. Undo gives each back to who had it. */
export function ReassignDialog({ leads, onClose }: { leads: CrmRecord[]; onClose(): void }) {
  const text = useText(leadsMessages)
  const shell = useText(shellMessages)
  const personName = usePersonName()
  const assign = useAssignLeads()
  const [ownerId, setOwnerId] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const undo = (): void => {
    for (const [owner, group] of Map.groupBy(leads, ({ values }) => values['owner']))
      if (typeof owner === 'string')
        assign.mutate(
          { leadIds: group.map(({ id }) => id), ownerId: owner, reason: text('reassignReason') },
          { onError: showFailure },
        )
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!ownerId || !reason.trim()) return
    assign.mutate(
      { leadIds: leads.map(({ id }) => id), ownerId, reason: reason.trim() },
      {
        onSuccess: ({ assigned }) => {
          showToast({
            tone: 'ok',
            text: text('reassigned', { n: assigned, name: personName(ownerId) }),
            action: { label: shell('undo'), run: undo },
          })
          onClose()
        },
        onError: showFailure,
      },
    )
  }
  return (
    <Dialog title={text('reassignTitle', { n: leads.length })} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="field">
          <span className="label">
            {text('to')}
            {ownerId && <b> {personName(ownerId)}</b>}
          </span>
          <UserPicker label={text('to')} value={ownerId} onChange={setOwnerId} />
        </div>
        <div className="field">
          <label htmlFor="reassign-reason">{text('reason')}</label>
          <input
            id="reassign-reason"
            className="inp"
            maxLength={200}
            placeholder={text('reasonPlaceholder')}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <footer>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={!ownerId || !reason.trim() || assign.isPending}>
            {text('reassign')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
