import { useId } from 'react'
import { useMeta } from '../../../data/meta.ts'

interface PersonSelectProps {
  label: string
  note?: string
  /** What choosing nobody is called. */
  none: string
  leaverId: string
  value: string | null
  onChange(id: string | null): void
}

/** One colleague at work, not the one who leaves. */
export function PersonSelect({ label, note, none, leaverId, value, onChange }: PersonSelectProps) {
  const id = useId()
  const { users } = useMeta()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="inp" value={value ?? ''} onChange={(event) => onChange(event.target.value || null)}>
        <option value="">{none}</option>
        {users
          .filter((user) => user.active && user.id !== leaverId)
          .map((user) => (
            <option key={user.id} value={user.id}>
              {user.name}
            </option>
          ))}
      </select>
      {note && <span className="field-note">{note}</span>}
    </div>
  )
}
