import { useState } from 'react'
import { PanelLeft, Plus, Trash2 } from 'lucide-react'
import type { Menu } from '@jieli/core'
import { useDeleteConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { useMeta } from '../../data/meta.ts'
import { joined } from '../../i18n/joined.ts'
import { menusMessages } from '../../i18n/messages/menus-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useFullNav } from '../../parts/app-shell/use-nav.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { PageState } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { firstMenu } from './menu-draft.ts'
import { MenuEditor } from './menu-editor.tsx'

interface WorkbenchProps {
  entries: ConfigEntry<'menu'>[]
  entry: ConfigEntry<'menu'> | undefined
  onGo(id: string): void
}

/** Kept in the workspace, so in both languages whichever the admin reads. */
const firstName = { 'zh-CN': '菜单', en: 'Menu' }

/** A menu in hand: a draft until it is saved. */
export function MenuWorkbench({ entries, entry, onGo }: WorkbenchProps) {
  const text = useText(menusMessages)
  const full = useFullNav()
  const save = useSaveConfig('menu')
  const [draft, setDraft] = useState<Menu | undefined>(entry?.item)
  const isChanged = draft !== undefined && JSON.stringify(draft) !== JSON.stringify(entry?.item)
  const begin = (): void => {
    const groups = full.map(({ title, entries: own }) => ({
      ...(title === undefined ? {} : { label: { 'zh-CN': title } }),
      items: own.map(({ item }) => item),
    }))
    setDraft({ ...firstMenu(firstName, groups), order: entries.length })
  }
  const store = (): void => {
    if (!draft) return
    save.mutate(
      { id: draft.id, item: draft, ...(entry?.item.id === draft.id ? { rev: entry.rev } : {}) },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('saved') })
          onGo(draft.id)
        },
      },
    )
  }
  return (
    <>
      <TopBar title={text('title')} beside={<Beside isChanged={isChanged} />}>
        {entry && draft?.id === entry.item.id && <RemoveButton entry={entry} />}
        {isChanged && (
          <button type="button" className="btn ghost" onClick={() => setDraft(entry?.item)}>
            {text('discard')}
          </button>
        )}
        {draft && (
          <button
            type="button"
            className="btn pri"
            disabled={!isChanged || draft.label['zh-CN'].trim() === '' || save.isPending}
            onClick={store}
          >
            {text('save')}
          </button>
        )}
      </TopBar>
      {entries.length > 0 && <MenuChoice entries={entries} current={draft?.id} onGo={onGo} onAdd={begin} />}
      {draft ? (
        <MenuEditor menu={draft} onChange={setDraft} />
      ) : (
        <PageState icon={PanelLeft} tone="acc" title={text('noneTitle')} text={text('noneText')}>
          <button type="button" className="btn pri" onClick={begin}>
            {text('begin')}
          </button>
        </PageState>
      )}
    </>
  )
}

function Beside({ isChanged }: { isChanged: boolean }) {
  const text = useText(menusMessages)
  return isChanged ? (
    <span className="chip acc">{text('unsaved')}</span>
  ) : (
    <span className="t3 f13 ell only-wide">{text('note')}</span>
  )
}

function RemoveButton({ entry: { item } }: { entry: ConfigEntry<'menu'> }) {
  const text = useText(menusMessages)
  const label = useLabel()
  const save = useSaveConfig('menu')
  const remove = useDeleteConfig('menu')
  const drop = (): void =>
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
    <button type="button" className="btn danger" disabled={remove.isPending} onClick={drop}>
      <Trash2 size={14} aria-hidden="true" />
      {text('remove')}
    </button>
  )
}

interface ChoiceProps {
  entries: ConfigEntry<'menu'>[]
  current: string | undefined
  onGo(id: string): void
  onAdd(): void
}

function MenuChoice({ entries, current, onGo, onAdd }: ChoiceProps) {
  const text = useText(menusMessages)
  const label = useLabel()
  const { roles = [] } = useMeta()
  const named = (ids: readonly string[]): string =>
    ids.length === 0
      ? text('everybody')
      : joined(ids.map((id) => label(roles.find((role) => role.id === id)?.label ?? { 'zh-CN': id })))
  return (
    <div className="layout-choice">
      <div className="seg" role="radiogroup" aria-label={text('choose')}>
        {entries.map(({ item }) => (
          <button key={item.id} type="button" role="radio" aria-checked={item.id === current} onClick={() => onGo(item.id)}>
            {text('forRoles', { name: label(item.label), roles: named(item.roles) })}
          </button>
        ))}
      </div>
      <button type="button" className="btn sm ghost" onClick={onAdd}>
        <Plus size={14} aria-hidden="true" />
        {text('add')}
      </button>
    </div>
  )
}
