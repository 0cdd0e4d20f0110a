interface ChoiceListProps<Id extends string> {
  label: string
  value: Id
  choices: { id: Id; title: string; note?: string }[]
  onChange(id: Id): void
}

/** One of a few, each with a line that explains it. */
export function ChoiceList<Id extends string>({ label, value, choices, onChange }: ChoiceListProps<Id>) {
  return (
    <div className="choice-list" role="radiogroup" aria-label={label}>
      {choices.map(({ id, title, note }) => (
        <button key={id} type="button" role="radio" aria-checked={id === value} onClick={() => onChange(id)}>
          <i aria-hidden="true" />
          <span>{title}</span>
          {note && <span className="t3 f12 sp">{note}</span>}
        </button>
      ))}
    </div>
  )
}
