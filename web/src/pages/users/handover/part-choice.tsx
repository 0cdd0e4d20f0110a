import type { HandoverPart } from '../../../data/handover.ts'
import { useMeta } from '../../../data/meta.ts'
import { handoverMessages } from '../../../i18n/messages/handover-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { ManyPicker } from '../../../parts/admin-page/many-picker.tsx'
import type { HandoverDraft } from './handover-draft.ts'

const words = { people: 'toPeople', rules: 'toRules', queue: 'toQueue', customer: 'toCustomer', keep: 'toKeep' } as const

type Choice = HandoverDraft['choices'][string]

interface PartChoiceProps {
  part: HandoverPart
  leaverId: string
  choice: Choice
  onChange(next: Choice): void
}

/** One kind of thing that is held: how many, and where it goes. */
export function PartChoice({ part, leaverId, choice, onChange }: PartChoiceProps) {
  const text = useText(handoverMessages)
  const label = useLabel()
  const { users } = useMeta()
  const name = label(part.label)
  const receivers = users.filter(({ id, active }) => active && id !== leaverId)
  return (
    <div className="handover-part">
      <span className="row g8">
        <span className="b">{name}</span>
        <span className="t3 num">{text('count', { n: part.count })}</span>
      </span>
      <select
        className="inp"
        aria-label={text('where', { part: name })}
        value={choice.to}
        disabled={part.destinations.length === 1}
        onChange={(event) => onChange({ ...choice, to: event.target.value as Choice['to'] })}
      >
        {part.destinations.map((to) => (
          <option key={to} value={to}>
            {text(words[to])}
          </option>
        ))}
      </select>
      {choice.to === 'people' && (
        <ManyPicker
          label={text('receivers', { part: name })}
          placeholder={text('receiversHint')}
          choices={receivers.map(({ id, name: title }) => ({ id, title }))}
          value={choice.userIds}
          onChange={(userIds) => onChange({ ...choice, userIds })}
        />
      )}
    </div>
  )
}
