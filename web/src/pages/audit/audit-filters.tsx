import { eventKinds, type EventKind } from '@jieli/core'
import type { AuditFilter } from '../../data/audit.ts'
import { useMeta } from '../../data/meta.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

const kinds = Object.keys(eventKinds) as EventKind[]

const groups = [
  ['', 'groupAll'],
  ['access', 'groupAccess'],
  ['settings', 'groupSettings'],
] as const

/** A day as people choose it, in the zone of whoever looks; the last day is in. */
const dayOf = (moment: string, shift = 0): string => {
  if (moment === '') return ''
  const local = new Date(Date.parse(moment) - shift)
  return new Intl.DateTimeFormat('sv').format(local)
}
const startOf = (day: string): string => (day === '' ? '' : new Date(`${day}T00:00:00`).toISOString())
const endOf = (day: string): string => (day === '' ? '' : new Date(Date.parse(startOf(day)) + 86_400_000).toISOString())

/** Of what group, what, on which object, by whom, in which days. */
export function AuditFilters({ filter, onChange }: { filter: AuditFilter; onChange(next: AuditFilter): void }) {
  const text = useText(accessMessages)
  const label = useLabel()
  const { objects, users } = useMeta()
  const choose = (name: 'kind' | 'object' | 'actor', every: string, choices: { id: string; title: string }[]) => (
    <select
      className="inp"
      aria-label={text(name)}
      value={filter[name]}
      onChange={(event) => onChange({ ...filter, [name]: event.target.value })}
    >
      <option value="">{every}</option>
      {choices.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </select>
  )
  return (
    <div className="row g8 wrap audit-filters">
      <span className="seg" role="radiogroup" aria-label={text('group')}>
        {groups.map(([group, name]) => (
          <button
            key={group}
            type="button"
            role="radio"
            aria-checked={filter.group === group}
            onClick={() => onChange({ ...filter, group, kind: '' })}
          >
            {text(name)}
          </button>
        ))}
      </span>
      {choose(
        'kind',
        text('everyKind'),
        kinds.map((id) => ({ id, title: label(eventKinds[id]) })),
      )}
      {choose(
        'object',
        text('everyObject'),
        objects.map((object) => ({ id: object.name, title: label(object.label) })),
      )}
      {choose(
        'actor',
        text('everyActor'),
        users.map((user) => ({ id: user.id, title: user.name })),
      )}
      <input
        className="inp"
        type="date"
        aria-label={text('from')}
        value={dayOf(filter.from)}
        onChange={(event) => onChange({ ...filter, from: startOf(event.target.value) })}
      />
      <input
        className="inp"
        type="date"
        aria-label={text('to')}
        value={dayOf(filter.to, 86_400_000)}
        onChange={(event) => onChange({ ...filter, to: endOf(event.target.value) })}
      />
    </div>
  )
}
