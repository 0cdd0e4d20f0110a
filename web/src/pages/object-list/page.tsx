import { useMemo, useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { ApiError } from '../../data/api-error.ts'
import { useObject } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure } from '../../parts/page-states/page-states.tsx'
import { BinLink } from '../../parts/record-list/bin-link.tsx'
import { ExactCount } from '../../parts/record-list/exact-count.tsx'
import { ListActions } from '../../parts/record-list/list-actions.tsx'
import { RecordListFace } from '../../parts/record-list/record-list-face.tsx'
import { RecordListHead } from '../../parts/record-list/record-list-head.tsx'
import { recordStepper } from '../../parts/record-list/record-stepper.ts'
import { useListKeys } from '../../parts/record-list/use-list-keys.ts'
import type { ListView } from '../../parts/record-list/use-list-view.ts'
import { useRecordBrowser } from '../../parts/record-list/use-record-browser.ts'
import { plainRows } from '../../parts/record-table/record-rows.ts'
import { isEditable } from '../record/field-sections.ts'
import { useRecordEditing } from '../record/use-record-editing.ts'
import { CreateDrawer } from './create-drawer.tsx'
import { EmptyList } from './empty-list.tsx'
import { objectColumns } from './object-columns.ts'
import { RecordPanel } from './record-panel.tsx'
import { SelectionBar } from './selection-bar.tsx'
import '../leads/leads.css'
import './object-list.css'

const newestFirst = [{ field: 'createdAt', direction: 'desc' as const }]
const sortOf = ({ sort }: ListView) => (sort.length > 0 ? sort : newestFirst)

function ObjectList({ object }: { object: ObjectMeta }) {
  const text = useText(listMessages)
  const label = useLabel()
  const name = label(object.label)
  const path = `/objects/${object.name}`
  const browser = useRecordBrowser({ object, path, sortOf })
  const [isCreating, setCreating] = useState(false)
  const { view, query, sort, list, chosen, open } = browser
  const { openId } = browser.address
  const { saveField } = useRecordEditing(object, path)
  const records = list.data?.records
  const rows = useMemo(() => plainRows(records ?? []), [records])
  const columns = objectColumns(object, view.columns)
  const columnNames = columns.map((field) => field.name)
  const { move } = recordStepper(records ?? [], openId, open)
  useListKeys({
    j: () => move(1),
    k: () => move(-1),
    x: () => openId && chosen.toggle(openId),
    Escape: () => (openId ? open(undefined) : chosen.clear()),
  })
  const count = list.data?.count
  return (
    <>
      <TopBar title={name} beside={count && <ExactCount object={object.name} query={query} count={count} />}>
        {object.can.delete && <BinLink object={object.name} />}
        <ListActions object={object} query={{ ...query, sort, columns: columnNames }} />
        {object.can.create && (
          <button type="button" className="btn" onClick={() => setCreating(true)}>
            <Plus size={14} aria-hidden="true" />
            <span className="ell">{text('create', { name })}</span>
          </button>
        )}
      </TopBar>
      <div className={`leads${openId ? ' with-panel' : ''}`}>
        <section className="lead-list" aria-label={name}>
          <RecordListHead browser={browser} columns={columns} searchHint={text('search')} />
          <RecordListFace
            browser={browser}
            rows={rows}
            columns={columns}
            empty={
              <EmptyList
                name={name}
                isAsked={browser.isAsked}
                mayCreate={object.can.create}
                onClear={browser.clear}
                onCreate={() => setCreating(true)}
              />
            }
            onSort={(next) => view.change({ sort: next })}
            isEditable={(field) => isEditable(object, field) && !field.covered}
            onEdit={saveField}
          />
          {chosen.items.size > 0 && (
            <SelectionBar object={object} chosen={[...chosen.items]} columns={columnNames} onClear={chosen.clear} />
          )}
        </section>
        {openId && <RecordPanel key={openId} object={object} id={openId} onMove={move} onClose={() => open(undefined)} />}
      </div>
      {isCreating && (
        <CreateDrawer
          object={object}
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false)
            open(id)
          }}
        />
      )}
    </>
  )
}

/** The records of any object, built in or made by an admin, by its definition of this moment. */
export function ObjectListPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const object = useObject(name)
  return object ? (
    <ObjectList key={name} object={object} />
  ) : (
    <LoadFailure error={new ApiError('unknown-object', '')} onRetry={() => {}} />
  )
}
