import { useState, type ReactNode } from 'react'
import { Search } from 'lucide-react'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useSaveConfig } from '../../data/config.ts'
import { useCan } from '../../data/session.ts'
import { contentOf, useChangeView } from '../../data/views.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../toast/toast-store.ts'
import { ColumnChooser } from './column-chooser.tsx'
import { FilterChips } from './filter-chips.tsx'
import { SaveViewDialog } from './save-view-dialog.tsx'
import type { ListView } from './use-list-view.ts'

interface FilterBarProps {
  object: ObjectMeta
  view: ListView
  columns: FieldMeta[]
  search: string
  onSearch(search: string): void
  searchHint: string
  tools: FieldTools
  onSaved(viewId: string): void
  /** Phones show no columns. */
  hidesColumns?: boolean
  /** The figure one came from, as a chip. */
  behind?: ReactNode
  children?: ReactNode
}

/** What to do with a view that was changed: keep it, keep it under another name, or leave it as it was. */
function ChangedView({ view, columns, onSaved }: Pick<FilterBarProps, 'view' | 'columns' | 'onSaved'>) {
  const text = useText(listMessages)
  const can = useCan()
  const [isNaming, setNaming] = useState(false)
  const change = useChangeView()
  const share = useSaveConfig('view')
  const { current, shown, discard } = view
  const kept = { ...shown, columns: shown.columns.length > 0 ? shown.columns : columns.map(({ name }) => name) }
  const save = (): void => {
    const told = { onSuccess: discard, onError: showFailure }
    if (current?.ownerId === null) share.mutate({ id: current.id, item: kept }, told)
    else if (current) change.mutate({ id: current.id, content: contentOf(kept) }, told)
  }
  const maySave = current && (current.ownerId !== null || can('configure'))
  return (
    <span className="view-changed">
      <button type="button" className="btn sm ghost" onClick={discard}>
        {text('discard')}
      </button>
      {maySave && (
        <button type="button" className="btn sm ghost" disabled={change.isPending || share.isPending} onClick={save}>
          {text('saveView')}
        </button>
      )}
      <button type="button" className="btn sm" onClick={() => setNaming(true)}>
        {text('saveAs')}
      </button>
      {isNaming && (
        <SaveViewDialog
          view={kept}
          isNew
          onClose={() => setNaming(false)}
          onSaved={(id) => {
            discard()
            onSaved(id)
          }}
        />
      )}
    </span>
  )
}

/** Search, conditions, what was changed, columns: everything that decides what a list shows. */
export function FilterBar(props: FilterBarProps) {
  const { object, view, columns, search, onSearch, searchHint, tools, hidesColumns = false, behind, children } = props
  return (
    <div className="filter-bar">
      <label className="filter-search">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={searchHint}
          placeholder={searchHint}
          maxLength={100}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      </label>
      <div className="filter-chips">
        {behind}
        <FilterChips
          key={view.current?.id ?? 'all'}
          object={object}
          items={view.items}
          tools={tools}
          onChange={(items) => view.change({ items })}
        />
        {view.isChanged && <ChangedView {...props} />}
      </div>
      <div className="filter-tools">
        {children}
        {!hidesColumns && (
          <ColumnChooser object={object} columns={columns} onChange={(next) => view.change({ columns: next })} />
        )}
      </div>
    </div>
  )
}
