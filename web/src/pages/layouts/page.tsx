import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { LayoutPanelTop, Plus, Trash2 } from 'lucide-react'
import type { Layout } from '@jieli/core'
import { useConfig, useDeleteConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { useMeta } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { joined } from '../../i18n/joined.ts'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { relatedTo } from '../record/field-sections.ts'
import { firstLayout } from './layout-draft.ts'
import { LayoutEditor } from './layout-editor.tsx'
import '../../parts/admin-page/admin-page.css'
import '../objects/objects.css'
import './layouts.css'

const word = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** Kept in the workspace, so in both languages whichever the admin reads. */
const words = {
  title: word('页面布局', 'Page layout'),
  about: word('资料', 'Details'),
  system: word('系统信息', 'System'),
  records: word('关联记录', 'Related'),
  timeline: word('动态', 'Timeline'),
}

/** How the pages of records look: for each object one layout or several, each for some roles. */
export function LayoutsPage() {
  const text = useText(layoutsMessages)
  const { data, error, refetch } = useConfig('layout')
  const { objects } = useMeta()
  const { object: name, layout: layoutId } = useSearch({ strict: false }) as { object?: string; layout?: string }
  const object = objects.find((one) => one.name === (name ?? 'lead')) ?? objects[0]
  if ((error && !data) || !object)
    return (
      <>
        <TopBar title={text('title')} />
        <LoadFailure error={error} onRetry={() => void refetch()} />
      </>
    )
  if (!data)
    return (
      <>
        <TopBar title={text('title')} />
        <Skeleton lines={10} />
      </>
    )
  const entries = data.filter(({ item }) => item.object === object.name)
  const entry = entries.find(({ item }) => item.id === layoutId) ?? entries[0]
  return (
    <ObjectLayouts key={`${object.name} ${entry?.item.id} ${entry?.rev}`} object={object} entries={entries} entry={entry} />
  )
}

interface ObjectLayoutsProps {
  object: ObjectMeta
  entries: ConfigEntry<'layout'>[]
  entry: ConfigEntry<'layout'> | undefined
}

function ObjectLayouts({ object, entries, entry }: ObjectLayoutsProps) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const navigate = useNavigate()
  const { objects } = useMeta()
  const save = useSaveConfig('layout')
  const remove = useDeleteConfig('layout')
  const [draft, setDraft] = useState<Layout | undefined>(entry?.item)
  const isChanged = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(entry?.item)
  const go = (search: { object: string; layout?: string }): void => void navigate({ to: '/settings/layouts', search })
  const begin = (order: number): void => setDraft({ ...firstLayout(object, relatedTo(object.name, objects), words), order })
  const store = (): void => {
    if (!draft) return
    // The page is drawn anew when its layout has a new revision: what is said afterwards must not belong to the old one.
    void save
      .mutateAsync({ id: draft.id, item: draft, ...(entry?.item.id === draft.id ? { rev: entry.rev } : {}) })
      .then(() => {
        showToast({ tone: 'ok', text: text('saved') })
        go({ object: object.name, layout: draft.id })
      }, showFailure)
  }
  const drop = (item: Layout): void =>
    remove.mutate(item.id, {
      onError: showFailure,
      onSuccess: () =>
        showToast({
          tone: 'ok',
          text: text('removed', { name: label(item.label) }),
          action: { label: text('undo'), run: () => save.mutate({ id: item.id, item }, { onError: showFailure }) },
        }),
    })
  return (
    <>
      <TopBar title={text('title')} beside={isChanged && <span className="chip acc only-wide">{text('unsaved')}</span>}>
        {entry && draft && (
          <button type="button" className="btn danger" onClick={() => drop(entry.item)}>
            <Trash2 size={14} aria-hidden="true" />
            {text('remove')}
          </button>
        )}
        {isChanged && (
          <button type="button" className="btn ghost" onClick={() => setDraft(entry?.item)}>
            {text('discard')}
          </button>
        )}
        {draft && (
          <button type="button" className="btn pri" disabled={!isChanged || save.isPending} onClick={store}>
            {text('save')}
          </button>
        )}
      </TopBar>
      <div className="layout-choice">
        <select
          className="inp"
          aria-label={text('objects')}
          value={object.name}
          onChange={(event) => go({ object: event.target.value })}
        >
          {objects.map((one) => (
            <option key={one.name} value={one.name}>
              {label(one.label)}
            </option>
          ))}
        </select>
        <LayoutChoice
          entries={entries}
          current={entry?.item.id}
          onGo={(layout) => go({ object: object.name, layout })}
          onAdd={() => begin(entries.length)}
        />
      </div>
      {draft ? (
        <LayoutEditor layout={draft} object={object} onChange={setDraft} />
      ) : (
        <PageState
          icon={LayoutPanelTop}
          tone="acc"
          title={text('noneTitle', { name: label(object.label) })}
          text={text('noneText')}
        >
          <button type="button" className="btn pri" onClick={() => begin(0)}>
            {text('begin')}
          </button>
        </PageState>
      )}
    </>
  )
}

function LayoutChoice({
  entries,
  current,
  onGo,
  onAdd,
}: {
  entries: ConfigEntry<'layout'>[]
  current: string | undefined
  onGo(layout: string): void
  onAdd(): void
}) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const { roles = [] } = useMeta()
  if (entries.length === 0) return null
  const named = (ids: readonly string[]): string =>
    ids.length === 0
      ? text('everybody')
      : joined(ids.map((id) => label(roles.find((role) => role.id === id)?.label ?? { 'zh-CN': id })))
  return (
    <>
      <div className="seg" role="radiogroup" aria-label={text('chooseLayout')}>
        {entries.map(({ item }) => (
          <button key={item.id} type="button" role="radio" aria-checked={item.id === current} onClick={() => onGo(item.id)}>
            {text('forRoles', { name: label(item.label), roles: named(item.roles) })}
          </button>
        ))}
      </div>
      <button type="button" className="btn sm ghost" onClick={onAdd}>
        <Plus size={14} aria-hidden="true" />
        {text('addLayout')}
      </button>
    </>
  )
}
