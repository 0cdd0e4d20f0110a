import { useId, useState } from 'react'
import { X } from 'lucide-react'
import type { Choice } from '@jieli/extensions/kit/field-type-for-web'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { useText } from '../../i18n/use-text.ts'

interface ManyPickerProps {
  label: string
  placeholder: string
  choices: Choice[]
  value: readonly string[]
  onChange(ids: string[]): void
  /** What an id is called that is not among the choices. */
  titleOf?(id: string): string
}

const mostShown = 50

/** Several of many: those chosen as chips, the others found by typing. Backspace takes the last one away. */
export function ManyPicker({ label, placeholder, choices, value, onChange, titleOf }: ManyPickerProps) {
  const text = useText(adminMessages)
  const listId = useId()
  const [search, setSearch] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const found = choices
    .filter(({ id, title, note }) => !value.includes(id) && `${title}${note ?? ''}`.includes((search ?? '').trim()))
    .slice(0, mostShown)
  const nameOf = (id: string): string => choices.find((choice) => choice.id === id)?.title ?? (titleOf?.(id) || id)
  const add = (choice: Choice | undefined): void => {
    if (!choice) return
    onChange([...value, choice.id])
    setSearch('')
    setAt(0)
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Backspace' && !search) onChange(value.slice(0, -1))
    if (event.key === 'Enter') {
      event.preventDefault()
      add(found[at])
    }
    if (event.key === 'Escape' && search !== null) {
      event.preventDefault()
      event.stopPropagation()
      setSearch(null)
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
  }
  return (
    <div className="many relation-editor">
      {value.map((id) => (
        <span key={id} className="chip">
          {nameOf(id)}
          <button
            type="button"
            aria-label={text('removeOne', { name: nameOf(id) })}
            onClick={() => onChange(value.filter((one) => one !== id))}
          >
            <X size={12} />
          </button>
        </span>
      ))}
      <input
        role="combobox"
        aria-expanded={search !== null}
        aria-controls={listId}
        aria-label={label}
        placeholder={value.length === 0 ? placeholder : ''}
        value={search ?? ''}
        onKeyDown={onKeyDown}
        onFocus={() => setSearch('')}
        onBlur={() => setSearch(null)}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
      />
      {search !== null && found.length > 0 && (
        <ul id={listId} role="listbox" aria-label={label} className="menu">
          {found.map((choice, index) => (
            <li
              key={choice.id}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault()
                add(choice)
              }}
            >
              {choice.title}
              {choice.note && <span className="t3 f12">{choice.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
