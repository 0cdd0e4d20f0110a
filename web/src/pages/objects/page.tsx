import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { History, Plus, Search, Table2, Trash2 } from 'lucide-react'
import type { Field, ObjectType } from '@jieli/core'
import { useConfig } from '../../data/config.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { ChangeTypeDialog } from './change-type-dialog.tsx'
import { FieldDrawer } from './field-drawer.tsx'
import { FieldJobs } from './field-jobs.tsx'
import { MergeOptionsDialog } from './merge-options-dialog.tsx'
import { NewFieldDrawer } from './new-field-drawer.tsx'
import { NewObjectDialog } from './new-object-dialog.tsx'
import { RecycledDrawer } from './recycled-drawer.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { SplitOptionDialog } from './split-option-dialog.tsx'
import { TypeIcon, useTypeLabel } from './type-cards.tsx'
import '../../parts/admin-page/admin-page.css'
import './objects.css'

function TypeCell({ field, objects }: { field: Field; objects: ObjectType[] }) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const typeLabel = useTypeLabel()
  const options = field.settings['options']
  const target = objects.find(({ name }) => name === field.settings['object'])
  return (
    <span className="row g8 nw">
      <span className="type-name">
        <TypeIcon type={field.type} />
        {typeLabel(field.type)}
      </span>
      {Array.isArray(options) && <span className="t3 f12">{text('optionCount', { n: options.length })}</span>}
      {(field.type === 'relation' || field.type === 'relations') && target && (
        <span className="t3 f12">{text('pointsTo', { object: label(target.label) })}</span>
      )}
    </span>
  )
}

function Marks({ object, field }: { object: ObjectType; field: Field }) {
  const text = useText(objectsMessages)
  const marks = [
    ...(object.titleField === field.name ? [text('title_')] : []),
    ...(object.stageField === field.name ? [text('stage')] : []),
    ...(['required', 'identifies', 'unique', 'searchable', 'readOnly'] as const)
      .filter((key) => field[key])
      .map((key) => text(key)),
  ]
  return (
    <span className="row g4 nw">
      {field.sensitive && <Chip tone="warn">{text('sensitive')}</Chip>}
      {marks.map((mark) => (
        <Chip key={mark}>{mark}</Chip>
      ))}
    </span>
  )
}

/** What is being done to the opened field, or to the objects. */
type Doing = 'type' | 'merge' | 'split' | 'remove' | 'remove-object' | 'new-object' | 'recycled' | null

/** What the company keeps about whom: objects, their fields, and the button that adds one. */
export function ObjectsPage() {
  const text = useText(objectsMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  const { data, error, refetch } = useConfig('object')
  const { object: chosen } = useSearch({ strict: false }) as { object?: string }
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState<string | null>(null)
  const [doing, setDoing] = useState<Doing>(null)
  const objects = (data ?? []).map(({ item }) => item).toSorted((a, b) => b.fields.length - a.fields.length)
  const object = objects.find(({ name }) => name === (chosen ?? 'lead')) ?? objects[0]
  if (error && !data)
    return (
      <>
        <TopBar title={text('title')} />
        <LoadFailure error={error} onRetry={() => void refetch()} />
      </>
    )
  if (!object)
    return (
      <>
        <TopBar title={text('title')} />
        <Skeleton lines={10} />
      </>
    )
  const found = object.fields.filter((field) =>
    `${label(field.label)}${field.name}`.toLowerCase().includes(search.trim().toLowerCase()),
  )
  const opened = object.fields.find(({ name }) => name === open)
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
        <button type="button" className="btn pri" onClick={() => setOpen('+')}>
          <Plus size={14} aria-hidden="true" />
          {text('addField')}
        </button>
      </TopBar>
      <div className="objects">
        <nav className="object-list" aria-label={text('objects')}>
          {objects.map((one) => (
            <button
              key={one.name}
              type="button"
              aria-current={one === object ? 'page' : undefined}
              onClick={() => go(one.name)}
            >
              {label(one.label)}
              <span className="count">{one.fields.length}</span>
            </button>
          ))}
          <button type="button" className="t3" onClick={() => setDoing('new-object')}>
            <span className="row g8">
              <Plus size={14} aria-hidden="true" />
              {life('newObject')}
            </span>
          </button>
        </nav>
        <div className="admin">
          <div className="row g8 wrap">
            <h2 className="h2">{label(object.label)}</h2>
            <span className="count">{text('fieldCount', { n: object.fields.length })}</span>
            <span className="code t3">{object.name}</span>
            <span className="sp" />
            {!object.isStandard && (
              <button type="button" className="btn sm ghost" onClick={() => setDoing('remove-object')}>
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
                onChange={(event) => setSearch(event.target.value)}
              />
            </label>
          </div>
          <FieldJobs object={object.name} />
          {found.length === 0 ? (
            <PageState icon={Table2} title={text('noneTitle')} text={text('noneText')}>
              <button type="button" className="btn" onClick={() => setOpen('+')}>
                {text('addField')}
              </button>
            </PageState>
          ) : (
            <div className="card scroll-x">
              <table className="grid-table">
                <thead>
                  <tr>
                    <th scope="col">{text('field')}</th>
                    <th scope="col">{text('type')}</th>
                    <th scope="col">{text('marks')}</th>
                    <th scope="col">{text('apiName')}</th>
                  </tr>
                </thead>
                <tbody>
                  {found.map((field) => (
                    <tr key={field.name} className="opens" onClick={() => setOpen(field.name)}>
                      <td>
                        <button type="button" className="name" onClick={() => setOpen(field.name)}>
                          {label(field.label)}
                        </button>
                        {field.help && <div className="t3 f12">{label(field.help)}</div>}
                      </td>
                      <td>
                        <TypeCell field={field} objects={objects} />
                      </td>
                      <td>
                        <Marks object={object} field={field} />
                      </td>
                      <td className="code t3">{field.name}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </div>
      </div>
      {open === '+' && <NewFieldDrawer key={object.name} object={object} objects={objects} onClose={() => setOpen(null)} />}
      {opened && doing === null && (
        <FieldDrawer key={opened.name} object={object} field={opened} onDo={setDoing} onClose={() => setOpen(null)} />
      )}
      {opened && doing === 'type' && (
        <ChangeTypeDialog
          object={object}
          field={opened}
          onClose={() => {
            setDoing(null)
            setOpen(null)
          }}
        />
      )}
      {opened && doing === 'merge' && <MergeOptionsDialog object={object} field={opened} onClose={() => setDoing(null)} />}
      {opened && doing === 'split' && <SplitOptionDialog object={object} field={opened} onClose={() => setDoing(null)} />}
      {opened && doing === 'remove' && (
        <RemoveDialog
          place={{ object: object.name, field: opened.name }}
          label={opened.label}
          onClose={(isGone) => {
            setDoing(null)
            if (isGone) setOpen(null)
          }}
        />
      )}
      {doing === 'remove-object' && (
        <RemoveDialog place={{ object: object.name, field: null }} label={object.label} onClose={() => setDoing(null)} />
      )}
      {doing === 'new-object' && (
        <NewObjectDialog
          onClose={(made) => {
            setDoing(null)
            if (made) go(made)
          }}
        />
      )}
      {doing === 'recycled' && <RecycledDrawer objects={objects} onClose={() => setDoing(null)} />}
    </>
  )
}
