import { useDeferredValue, useMemo, useState } from 'react'
import { Link, useLocation, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Inbox, Search, X } from 'lucide-react'
import { webFaceOf } from '@jieli/extensions/field-types/web'
import { useObject } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList } from '../../data/records.ts'
import { recordMessages } from '../../i18n/messages/record-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { FieldValue } from '../../parts/field-value/field-value.tsx'
import { useFieldTools } from '../../parts/field-value/use-field-tools.ts'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { conditionInAddress } from '../../parts/records-link.ts'
import './record.css'
import '../leads/leads.css'

const mostColumns = 9

/** The title first, then what people fill in, then who owns it and since when. */
const columnsOf = (object: ObjectMeta): FieldMeta[] => {
  const byName = (name: string): FieldMeta[] => object.fields.filter((field) => field.name === name)
  const own = object.fields.filter((field) => !field.system && field.name !== object.titleField && field.type !== 'attachment')
  return [...byName(object.titleField), ...own.slice(0, mostColumns - 3), ...byName('owner'), ...byName('createdAt')]
}

function Records({ object }: { object: ObjectMeta }) {
  const text = useText(recordMessages)
  const label = useLabel()
  const navigate = useNavigate()
  const address = useSearch({ strict: false }) as { where?: unknown; about?: string }
  const hash = useLocation({ select: (location) => location.hash })
  const where = useMemo(() => conditionInAddress({ where: address.where }, hash), [address.where, hash])
  const [search, setSearch] = useState('')
  const asked = useDeferredValue(search.trim())
  const list = useRecordList(object.name, {
    limit: 50,
    count: 'capped',
    sort: [{ field: 'createdAt', direction: 'desc' }],
    ...(where ? { where } : {}),
    ...(asked ? { search: asked } : {}),
  })
  const tools = useFieldTools(list.data?.refs)
  const columns = columnsOf(object)
  const records = list.data?.records
  const count = list.data?.count
  const to = `/objects/${object.name}` as '/leads'
  return (
    <>
      <TopBar title={label(object.label)} count={count ? `${count.value.toLocaleString('en')}${count.capped ? '+' : ''}` : undefined} />
      <div className="records-bar">
        {object.fields.some(({ searchable }) => searchable) && (
          <label className="filter-search">
            <Search size={14} aria-hidden="true" />
            <input type="search" aria-label={text('search')} placeholder={text('search')} value={search} onChange={(event) => setSearch(event.target.value)} />
          </label>
        )}
        {where && (
          <span className="filter-chip behind-chip">
            <b className="ell">{address.about || text('records')}</b>
            <button type="button" className="filter-remove" aria-label={text('seeAll')} onClick={() => void navigate({ to, replace: true })}>
              <X size={12} />
            </button>
          </span>
        )}
      </div>
      {list.error && !records ? (
        <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
      ) : !records ? (
        <Skeleton lines={10} />
      ) : records.length === 0 ? (
        <PageState icon={Inbox} title={text('noRecords', { name: label(object.label) })} text={text(where || asked ? 'noMatchText' : 'noRecordsText')} />
      ) : (
        <div className="records-page">
          <table className="records-table">
            <thead>
              <tr>
                {columns.map((field) => (
                  <th key={field.name} scope="col" className={webFaceOf(field.type).align === 'end' ? 'r' : ''}>
                    {label(field.label)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {records.map((record) => (
                <tr key={record.id}>
                  {columns.map((field, index) => {
                    const value = <FieldValue field={field} value={record.values[field.name]} tools={tools} />
                    return (
                      <td key={field.name} className={webFaceOf(field.type).align === 'end' ? 'r' : ''}>
                        {index === 0 ? (
                          <Link to={`/objects/${object.name}/${record.id}` as '/leads'} className="b">
                            {value}
                          </Link>
                        ) : (
                          value
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
          {list.hasNextPage && (
            <button type="button" className="btn sm records-more" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {text('loadMore')}
            </button>
          )}
        </div>
      )}
    </>
  )
}

/** The records of any object, built in or made by an admin, by its definition of this moment. */
export function RecordsPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const object = useObject(name)
  return object ? <Records key={name} object={object} /> : <NoObject />
}

function NoObject() {
  const text = useText(recordMessages)
  return <PageState icon={Inbox} title={text('noRecords', { name: '' })} text={text('noRecordsText')} />
}
