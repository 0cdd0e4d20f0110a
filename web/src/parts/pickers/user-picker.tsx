import { useId, useState } from 'react'
import { useMeta } from '../../data/meta.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Avatar } from '../avatar.tsx'

/** People by name or department; arrow keys and Enter, or a click. */
export function UserPicker({ value, onChange, label }: { value: string | null; onChange(id: string): void; label: string }) {
  const text = useText(shellMessages)
  const { users, departments } = useMeta()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const departmentOf = (id: string | null): string => departments.find((one) => one.id === id)?.name ?? ''
  const found = users
    .filter((user) => user.active && `${user.name}${departmentOf(user.departmentId)}`.includes(search.trim()))
    .slice(0, 50)
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' && event.key !== 'Enter') return
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    if (event.key === 'Enter') return found[at] && onChange(found[at].id)
    setAt(Math.max(0, Math.min(found.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
  }
  return (
    <div className="picker">
      <input
        className="inp"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-label={label}
        placeholder={text('pickPerson')}
        value={search}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setSearch(event.target.value)
          setAt(0)
        }}
        aria-activedescendant={found[at] ? `${listId}-${found[at].id}` : undefined}
      />
      <ul id={listId} role="listbox" aria-label={label} className="picker-list">
        {found.map((user, index) => (
          <li
            key={user.id}
            id={`${listId}-${user.id}`}
            role="option"
            aria-selected={user.id === value}
            className={index === at ? 'at' : ''}
            onClick={() => onChange(user.id)}
          >
            <Avatar name={user.name} />
            {user.name}
            <span className="t3 f12">{departmentOf(user.departmentId)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
