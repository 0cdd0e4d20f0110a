import type { Choice, EditorProps } from './field-type-for-web.ts'

/** Several of few: every choice in sight, one tap each. */
export function ManyChoicesEditor({ choices, ...props }: EditorProps & { choices: (Choice & { archived?: boolean })[] }) {
  const chosen = Array.isArray(props.value) ? props.value : []
  const toggle = (id: string): void => {
    const next = chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
    props.onChange(next.length === 0 ? null : next)
  }
  return (
    <div id={props.id} role="group" aria-describedby={props.describedBy} className="row g6" style={{ flexWrap: 'wrap' }}>
      {choices
        .filter(({ id, archived }) => !archived || chosen.includes(id))
        .map(({ id, title }) => (
          <button
            key={id}
            type="button"
            className={`btn sm${chosen.includes(id) ? ' on' : ''}`}
            aria-pressed={chosen.includes(id)}
            disabled={props.disabled ?? false}
            onClick={() => toggle(id)}
          >
            {title}
          </button>
        ))}
    </div>
  )
}
