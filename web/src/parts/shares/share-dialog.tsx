import { useId, useState } from 'react'
import { useMeta } from '../../data/meta.ts'
import { useShareRecord } from '../../data/rights.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'

/** The end of that day where the reader is. */
const endOfDay = (day: string): string | null => (day === '' ? null : new Date(`${day}T23:59:59`).toISOString())

/** With whom, to do what, until when. */
export function ShareDialog({ object, id, onClose }: { object: string; id: string; onClose(): void }) {
  const text = useText(accessMessages)
  const { users, departments } = useMeta()
  const share = useShareRecord(object, id)
  const inputId = useId()
  const [to, setTo] = useState('')
  const [mayEdit, setMayEdit] = useState(false)
  const [day, setDay] = useState('')
  const send = (): void => {
    const [kind, target = ''] = to.split(':')
    const name = (kind === 'user' ? users : departments).find((one) => one.id === target)?.name ?? ''
    share.mutate(
      { to: kind === 'user' ? { user: target } : { department: target }, mayEdit, until: endOfDay(day) },
      {
        onError: showFailure,
        onSuccess: () => {
          onClose()
          showToast({ tone: 'ok', text: text('shared', { name }) })
        },
      },
    )
  }
  return (
    <Dialog title={text('addShare')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (to !== '') send()
        }}
      >
        <div className="field">
          <label htmlFor={`${inputId}-to`}>{text('shareWith')}</label>
          <select id={`${inputId}-to`} className="inp" autoFocus value={to} onChange={(event) => setTo(event.target.value)}>
            <option value="" />
            <optgroup label={text('people')}>
              {users
                .filter(({ active }) => active)
                .map((user) => (
                  <option key={user.id} value={`user:${user.id}`}>
                    {user.name}
                  </option>
                ))}
            </optgroup>
            <optgroup label={text('departments')}>
              {departments.map((department) => (
                <option key={department.id} value={`department:${department.id}`}>
                  {department.name}
                </option>
              ))}
            </optgroup>
          </select>
        </div>
        <div className="field">
          <span className="seg" role="radiogroup" aria-label={text('addShare')}>
            {[false, true].map((edit) => (
              <button
                key={String(edit)}
                type="button"
                role="radio"
                aria-checked={mayEdit === edit}
                onClick={() => setMayEdit(edit)}
              >
                {text(edit ? 'mayEdit' : 'mayRead')}
              </button>
            ))}
          </span>
        </div>
        <div className="field">
          <label htmlFor={`${inputId}-until`}>{text('shareUntil')}</label>
          <input
            id={`${inputId}-until`}
            className="inp"
            type="date"
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        </div>
        <footer>
          <button type="button" className="btn" onClick={onClose}>
            {text('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={to === '' || share.isPending}>
            {text('share')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
