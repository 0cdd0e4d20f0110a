import { useId, useState, type FormEvent } from 'react'
import { ApiError } from '../../data/api-error.ts'
import { useChangeOwnPassword } from '../../data/own-password.ts'
import { meMessages } from '../../i18n/messages/me-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

const names = ['old', 'new', 'again'] as const
type Name = (typeof names)[number]
const empty: Record<Name, string> = { old: '', new: '', again: '' }

/** One's own password. What is wrong stands beside the box it is about. */
export function PasswordForm() {
  const text = useText(meMessages)
  const id = useId()
  const change = useChangeOwnPassword()
  const [values, setValues] = useState(empty)
  const isDifferent = values.again !== '' && values.again !== values.new
  const issues = change.error instanceof ApiError ? change.error.issues : []
  const issueOf = (name: Name): string | undefined => {
    if (name === 'again') return isDifferent ? text('different') : undefined
    const issue = issues.find(({ path }) => path === name)
    return issue && (issue.message ?? issue.code)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isDifferent) return
    change.mutate(
      { old: values.old, new: values.new },
      {
        onError: (error) => {
          if (!(error instanceof ApiError) || error.issues.length === 0) showFailure(error)
        },
        onSuccess: () => location.assign('/sign-in?changed'),
      },
    )
  }
  return (
    <form className="me-form" onSubmit={submit}>
      {names.map((name) => {
        const issue = issueOf(name)
        return (
          <div key={name} className="field">
            <label htmlFor={`${id}-${name}`}>{text(name)}</label>
            <input
              id={`${id}-${name}`}
              className="inp"
              type="password"
              required
              maxLength={200}
              autoComplete={name === 'old' ? 'current-password' : 'new-password'}
              aria-invalid={issue !== undefined}
              aria-describedby={issue ? `${id}-${name}-note` : undefined}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
            {issue && (
              <span id={`${id}-${name}-note`} className="field-note err" role="alert">
                {issue}
              </span>
            )}
          </div>
        )
      })}
      <p className="t3 f12">{text('note')}</p>
      <button
        type="submit"
        className="btn touch-on-phone"
        disabled={isDifferent || !values.old || !values.new || !values.again || change.isPending}
      >
        {text('change')}
      </button>
    </form>
  )
}
