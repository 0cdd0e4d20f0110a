import { useId, useState } from 'react'
import { KeyRound } from 'lucide-react'
import { useSetSourceSecret } from '../../data/sources.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'

/** Write-only: says whether the secret is set and takes a new one. */
export function SecretEntry({ sourceId, name, isSet }: { sourceId: string; name: string; isSet: boolean }) {
  const text = useText(sourcesMessages)
  const id = useId()
  const [value, setValue] = useState('')
  const save = useSetSourceSecret()
  const store = (): void =>
    save.mutate(
      { id: sourceId, name, value: value.trim() },
      {
        onSuccess: () => {
          setValue('')
          showToast({ tone: 'ok', text: text('secretSaved') })
        },
        onError: showFailure,
      },
    )
  return (
    <form
      className="field"
      onSubmit={(event) => {
        event.preventDefault()
        store()
      }}
    >
      <label htmlFor={id} className="row g8">
        <span className="code">{name}</span>
        {isSet ? <Chip tone="ok">{text('secretSet')}</Chip> : <Chip tone="warn">{text('secretUnset')}</Chip>}
      </label>
      <div className="row g8">
        <input
          id={id}
          className="inp"
          type="password"
          autoComplete="new-password"
          placeholder={text('secretNew', { name })}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <button type="submit" className="btn" disabled={value.trim() === '' || save.isPending}>
          <KeyRound size={14} aria-hidden="true" />
          {text('secretSave')}
        </button>
      </div>
    </form>
  )
}
