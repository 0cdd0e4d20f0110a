import { useState } from 'react'
import { fieldsOf, type View } from '@jieli/core'
import { useMeta, useObject } from '../../data/meta.ts'
import type { Condition } from '../condition-builder/condition-tree.ts'
import { itemsOf, whereOf, type ListDraft } from './list-draft.ts'

export interface ListView {
  views: View[]
  current: View | undefined
  /** The chips as they stand: the view's, or what was made of them. */
  items: Condition[]
  columns: string[] | undefined
  sort: View['sort']
  isChanged: boolean
  /** The view as it now looks, to be saved. */
  shown: View
  change(next: ListDraft): void
  discard(): void
}

/** A view and what was changed about it here. Going to another view leaves the changes behind. */
export const useListView = (object: string, viewId: string | undefined): ListView => {
  const { views: all } = useMeta()
  const [draft, setDraft] = useState<{ of: string; changes: ListDraft } | null>(null)
  const known = new Set(useObject(object)?.fields.map(({ name }) => name))
  /** A view that asks about a field its reader may not know would only be refused. */
  const isUsable = ({ where }: View): boolean =>
    !where || fieldsOf(where).every((path) => known.has(path.split('.')[0] ?? path))
  const views = all.filter((one) => one.object === object && isUsable(one)).toSorted((a, b) => a.order - b.order)
  const current =
    views.find(({ id }) => id === viewId) ??
    (viewId === 'all' ? views.find(({ kind, where }) => kind === 'list' && !where) : views[0])
  const key = `${object} ${current?.id ?? 'all'}`
  const changes = draft?.of === key ? draft.changes : {}
  const items = changes.items ?? itemsOf(current)
  const where = whereOf(items)
  const columns = changes.columns ?? current?.columns
  const sort = changes.sort ?? current?.sort ?? []
  return {
    views,
    current,
    items,
    columns,
    sort,
    isChanged: Object.keys(changes).length > 0,
    shown: shownOf({ ...(current ?? blankView(object)), columns: columns ?? [], sort }, where),
    change: (next) => setDraft({ of: key, changes: { ...changes, ...next } }),
    discard: () => setDraft(null),
  }
}

/** A view of everything, before anybody has made one. */
export const blankView = (object: string): View => ({
  id: '',
  object,
  label: { 'zh-CN': '' },
  kind: 'list',
  order: 100,
  ownerId: null,
  columns: [],
  sort: [],
  colours: [],
  summaries: [],
})

/** A condition that is gone is not there, rather than there and undefined. */
const shownOf = (view: View, where: View['where']): View => {
  const { where: _, ...rest } = view
  return where ? { ...rest, where } : rest
}
