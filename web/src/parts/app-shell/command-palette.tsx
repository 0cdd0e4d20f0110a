import { useDeferredValue, useState } from 'react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Inbox, Search } from 'lucide-react'
import { fieldOf, useObject } from '../../data/meta.ts'
import { findRecords } from '../../data/records.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { keyOfItem } from './menu-entries.ts'
import { useNav } from './use-nav.ts'

/** Of a covered number the hidden digits are not searched: said where somebody typed such a part. */
const isPartOfNumber = (search: string): boolean => /^\d{4,10}$/u.test(search.trim())

/** What is told of a lead that was found; of these only what the reader may read, for a query with one field too many is refused. */
const told = ['name', 'phone', 'studentName']

/** Pages at once, leads as one types: by name, by any part of a phone number. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const text = useText(shellMessages)
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(0)
  const asked = useDeferredValue(search.trim())
  const lead = useObject('lead')
  const select = told.filter((name) => fieldOf(lead, name))
  const leads = useQuery({
    queryKey: ['objects', 'lead', 'palette', asked],
    enabled: lead !== undefined && asked.length >= 2,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => findRecords('lead', { search: asked, select, limit: 8 }, signal),
  })
  const pages = useNav()
    .flatMap(({ entries }) => entries)
    .filter(({ title }) => title.toLowerCase().includes(search.trim().toLowerCase()))
  const found = asked.length >= 2 ? (leads.data?.records ?? []) : []
  const entries = [
    ...found.map(({ id, values }) => ({
      key: id,
      to: `/leads?open=${id}`,
      icon: Inbox,
      title: String(values['name'] ?? ''),
      note: [values['phone'], values['studentName']].filter(Boolean).join(' · '),
    })),
    ...pages.map(({ item, to, search: at, title, icon }) => ({
      key: keyOfItem(item),
      to: at ? `${to}?view=${at.view}` : to,
      icon,
      title,
      note: text('pages'),
    })),
  ]
  const go = (to: string | undefined): void => {
    if (!to) return
    onClose()
    void navigate({ to })
  }
  const onKeyDown = (event: React.KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') go(entries[at]?.to)
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    setAt(Math.max(0, Math.min(entries.length - 1, at + (event.key === 'ArrowDown' ? 1 : -1))))
  }
  return (
    <Dialog title={text('find')} hidesTitle className="dialog palette" onClose={onClose}>
      <label className="palette-input">
        <Search size={16} aria-hidden="true" />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="palette-list"
          aria-label={text('find')}
          aria-activedescendant={entries[at] ? `palette-${entries[at].key}` : undefined}
          placeholder={text('findHint')}
          value={search}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            setSearch(event.target.value)
            setAt(0)
          }}
        />
      </label>
      <ul id="palette-list" role="listbox" aria-label={text('find')}>
        {entries.map(({ key, to, icon: Icon, title, note }, index) => (
          <li
            key={key}
            id={`palette-${key}`}
            role="option"
            aria-selected={index === at}
            onMouseMove={() => setAt(index)}
            onClick={() => go(to)}
          >
            <Icon size={16} aria-hidden="true" className="t3" />
            <span className="sp ell">{title}</span>
            <span className="t3 f12">{note}</span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && (
        <p className="t3 f13 palette-none">
          {leads.isFetching ? text('searching') : text('nothingFound', { text: search.trim() })}
          {!leads.isFetching && isPartOfNumber(search) && ` · ${text('wholeNumber')}`}
        </p>
      )}
    </Dialog>
  )
}
