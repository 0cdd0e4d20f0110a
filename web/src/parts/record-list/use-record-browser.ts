import { useCallback, useDeferredValue, useState } from 'react'
import type { View } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList } from '../../data/records.ts'
import { useTone } from '../../record-views/use-tone.ts'
import { useFieldTools } from '../field-value/use-field-tools.ts'
import { allOf, whereOf } from './list-draft.ts'
import { useChosen } from './use-chosen.ts'
import { useListAddress } from './use-list-address.ts'
import { useListView, type ListView } from './use-list-view.ts'
import { totalsOf } from './view-totals.ts'

interface BrowserOptions {
  object: ObjectMeta
  /** Where the list lives: the view and the open record are kept in its address. */
  path: string
  /** The order to ask for, given the view. */
  sortOf(view: ListView): View['sort']
}

/**
 * The records of a view, its chips and what is searched for, page by page, with the one that is open and those that are
 * ticked: what every list stands on.
 */
export const useRecordBrowser = ({ object, path, sortOf }: BrowserOptions) => {
  const address = useListAddress(path)
  const view = useListView(object.name, address.viewId)
  const [search, setSearch] = useState('')
  const chosen = useChosen<string>()
  const asked = useDeferredValue(search.trim())
  const where = allOf(whereOf(view.items), address.behind)
  const sort = sortOf(view)
  const query = { ...(where ? { where } : {}), ...(asked ? { search: asked } : {}) }
  const totals = totalsOf(view.shown.summaries)
  const list = useRecordList(object.name, {
    limit: 100,
    count: 'capped',
    sort,
    ...query,
    ...(totals.length > 0 ? { totals } : {}),
  })
  const tools = useFieldTools(list.data?.refs)
  const tone = useTone(object, view.shown)
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage])
  const clear = (): void => {
    view.change({ items: [] })
    setSearch('')
    if (address.behind) address.forget()
  }
  return {
    object,
    address,
    view,
    search,
    setSearch,
    chosen,
    sort,
    query,
    list,
    tools,
    tone,
    loadMore,
    clear,
    /** Something narrows the list, so that nothing found is not an empty object. */
    isAsked: asked !== '' || where !== undefined,
    open: (id: string | undefined): void => address.set({ open: id }),
  }
}

export type RecordBrowser = ReturnType<typeof useRecordBrowser>
