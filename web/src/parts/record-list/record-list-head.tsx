import type { ReactNode } from 'react'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { useIsPhone } from '../use-is-phone.ts'
import { BehindChip } from './behind-chip.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { RecordBrowser } from './use-record-browser.ts'
import { ViewTabs } from './view-tabs.tsx'

interface RecordListHeadProps {
  browser: RecordBrowser
  columns: FieldMeta[]
  searchHint: string
  children?: ReactNode
}

/** The views as tabs, and below them the chips and the search of the one that is shown. */
export function RecordListHead({ browser, columns, searchHint, children }: RecordListHeadProps) {
  const isPhone = useIsPhone()
  const { object, view, search, setSearch, tools, chosen } = browser
  const { behind, about, set, forget } = browser.address
  return (
    <>
      <ViewTabs
        object={object}
        views={view.views}
        current={view.current}
        onChoose={(id) => {
          // What was ticked may not be in the other view: acting on it unseen would surprise.
          chosen.clear()
          set({ view: id ?? undefined })
        }}
      />
      <FilterBar
        object={object}
        view={view}
        columns={columns}
        search={search}
        onSearch={setSearch}
        searchHint={searchHint}
        tools={tools}
        hidesColumns={isPhone}
        onSaved={(id) => set({ view: id })}
        {...(behind ? { behind: <BehindChip object={object} where={behind} about={about} onRemove={forget} /> } : {})}
      >
        {children}
      </FilterBar>
    </>
  )
}
