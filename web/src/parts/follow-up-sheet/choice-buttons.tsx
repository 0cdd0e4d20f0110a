import { Check } from 'lucide-react'

interface ChoiceButtonsProps<T extends string> {
  label: string
  choices: { id: T; label: string }[]
  value: T | null
  onChange(id: T): void
}

/** Big buttons of which one is chosen; arrow keys move, as in any radio group. */
export function ChoiceButtons<T extends string>({ label, choices, value, onChange }: ChoiceButtonsProps<T>) {
  const onKeyDown = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const to = buttons[(buttons.indexOf(document.activeElement as HTMLButtonElement) + step + buttons.length) % buttons.length]
    to?.focus()
    to?.click()
  }
  return (
    <div className="choices" role="radiogroup" aria-label={label} onKeyDown={onKeyDown}>
      {choices.map(({ id, label: words }, index) => (
        <button
          key={id}
          type="button"
          role="radio"
          aria-checked={value === id}
          tabIndex={value === id || (value === null && index === 0) ? 0 : -1}
          className="choice"
          onClick={() => onChange(id)}
        >
          {value === id && <Check size={18} aria-hidden="true" />}
          <span className="ell">{words}</span>
        </button>
      ))}
    </div>
  )
}
