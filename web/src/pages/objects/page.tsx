import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History, Plus, Search, Trash2 } from 'lucide-react'
import type { ObjectType } from '@jieli/core'
import { useConfig } from '../../data/config.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, Skeleton } from '../../parts/page-states/page-states.tsx'
import { FieldJobs } from './field-jobs.tsx'
import { FieldTable } from './field-table.tsx'
import { NewFieldDrawer } from './new-field-drawer.tsx'
import { ObjectDialogs, type Doing } from './object-dialogs.tsx'
import { ObjectNav } from './object-nav.tsx'
import '../../parts/admin-page/admin-page.css'
import './objects.css'

interface ObjectHeadProps {
  object: ObjectType
  search: string
  onSearch(search: string): void
  onRemove(): void
}

function ObjectHead({ object, search, onSearch, onRemove }: ObjectHeadProps) {
  const text = useText(objectsMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  return (
    <div className="row g8 wrap">
      <h2 className="h2">{label(object.label)}</h2>
      <span className="count">{text('fieldCount', { n: object.fields.length })}</span>
      <span className="code t3">{object.name}</span>
      <span className="sp" />
      {!object.isStandard && (
        <button type="button" className="btn sm ghost" onClick={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
          {life('removeObjectShort')}
        </button>
      )}
      <label className="field-search">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={text('find')}
          placeholder={text('find')}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
    </div>
  )
}

function Objects({ object, objects }: { object: ObjectType; objects: ObjectType[] }) {
  const text = useText(objectsMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [isAdding, setAdding] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const [doing, setDoing] = useState<Doing>(null)
  const asked = search.trim().toLowerCase()
  const found = object.fields.filter((field) => `${label(field.label)}${field.name}`.toLowerCase().includes(asked))
  const go = (name: string): void => {
    setSearch('')
    void navigate({ to: '/settings/objects', search: { object: name }, replace: true })
  }
  return (
    <>
      <TopBar title={text('title')}>
        <button type="button" className="btn" onClick={() => setDoing('recycled')}>
          <History size={14} aria-hidden="true" />
          {life('recently')}
        </button>
        <button type="button" className="btn pri" onClick={() => setAdding(true)}>
          <Plus size={14} aria-hidden="true" />
          {text('addField')}
        </button>
      </TopBar>
      <div className="objects">
        <ObjectNav objects={objects} current={object} onGo={go} onNew={() => setDoing('new-object')} />
        <div className="admin">
          <ObjectHead object={object} search={search} onSearch={setSearch} onRemove={() => setDoing('remove-object')} />
          <FieldJobs object={object.name} />
          <FieldTable object={object} objects={objects} fields={found} onOpen={setOpen} onAdd={() => setAdding(true)} />
        </div>
      </div>
      {isAdding && <NewFieldDrawer key={object.name} object={object} onClose={() => setAdding(false)} />}
      <ObjectDialogs
        object={object}
        objects={objects}
        field={object.fields.find(({ name }) => name === open)}
        doing={doing}
        setDoing={setDoing}
        onCloseField={() => setOpen(null)}
        onGo={go}
      />
    </>
  )
}

/** What the company keeps about whom: objects, their fields, and the button that adds one. */
export function ObjectsPage() {
  const text = useText(objectsMessages)
  const { data, error, refetch } = useConfig('object')
  const { object: chosen = 'lead' } = useSearch({ strict: false }) as { object?: string }
  // The objects that hold most come first: they are the ones that are worked on.
  const objects = (data ?? []).map(({ item }) => item).toSorted((a, b) => b.fields.length - a.fields.length)
  const object = objects.find(({ name }) => name === chosen) ?? objects[0]
  if (object) return <Objects object={object} objects={objects} />
  return (
    <>
      <TopBar title={text('title')} />
      {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={10} />}
    </>
  )
}
