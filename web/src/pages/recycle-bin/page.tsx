import { Link, useParams } from '@tanstack/react-router'
import { ArrowLeft, RotateCcw, Trash2 } from 'lucide-react'
import type { CrmRecord } from '@jieli/core'
import { fieldOf, useObject, usePersonName } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useRecordList, useRestoreRecord } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import '../../parts/admin-page/admin-page.css'

function Deleted({ object, records }: { object: ObjectMeta; records: CrmRecord[] }) {
  const text = useText(accessMessages)
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const personName = usePersonName()
  const restore = useRestoreRecord(object.name)
  const titleOf = (record: CrmRecord): string => String(record.values[object.titleField] ?? '') || text('unnamed')
  const bringBack = (record: CrmRecord): void =>
    restore.mutate(record.id, {
      onError: showFailure,
      onSuccess: () => showToast({ tone: 'ok', text: text('restored', { name: titleOf(record) }) }),
    })
  return (
    <div className="card scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            {(['record', 'deletedAt', 'deletedBy'] as const).map((name) => (
              <th key={name} scope="col">
                {text(name)}
              </th>
            ))}
            <th />
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.id}>
              <td>{titleOf(record)}</td>
              <td className="nw t2">
                {record.values['updatedAt'] &&
                  momentText(String(record.values['updatedAt']), now, { timeZone: workspace.timeZone, locale })}
              </td>
              <td className="nw t2">{personName(String(record.values['updatedBy'] ?? '')) || text('system')}</td>
              <td className="r">
                <button type="button" className="btn sm" disabled={restore.isPending} onClick={() => bringBack(record)}>
                  <RotateCcw size={14} aria-hidden="true" />
                  {text('restore')}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Bin({ object }: { object: ObjectMeta }) {
  const text = useText(accessMessages)
  const label = useLabel()
  const select = [object.titleField, 'updatedAt', 'updatedBy'].filter((name) => fieldOf(object, name))
  const list = useRecordList(object.name, {
    deleted: true,
    select,
    limit: 50,
    ...(select.includes('updatedAt') ? { sort: [{ field: 'updatedAt', direction: 'desc' as const }] } : {}),
  })
  const records = list.data?.records
  const path = object.name === 'lead' ? '/leads' : `/objects/${object.name}`
  return (
    <>
      <TopBar
        title={text('binOf', { name: label(object.label) })}
        beside={<span className="t3 f13 ell only-wide">{text('binNote')}</span>}
      >
        <Link to={path} className="btn ghost">
          <ArrowLeft size={14} aria-hidden="true" />
          {text('back')}
        </Link>
      </TopBar>
      <div className="admin">
        {list.error && !records ? (
          <LoadFailure error={list.error} onRetry={() => void list.refetch()} />
        ) : !records ? (
          <Skeleton lines={8} />
        ) : records.length === 0 ? (
          <PageState icon={Trash2} title={text('binEmptyTitle')} text={text('binEmptyText')} />
        ) : (
          <Deleted object={object} records={records} />
        )}
        {list.hasNextPage && (
          <button type="button" className="btn" onClick={() => void list.fetchNextPage()}>
            {text('more')}
          </button>
        )}
      </div>
    </>
  )
}

/** 回收站: what was deleted of one object, for those who may delete of it, until it is taken back. */
export function RecycleBinPage() {
  const { object: name } = useParams({ strict: false }) as { object: string }
  const object = useObject(name)
  return object ? <Bin object={object} /> : <LoadFailure error={undefined} onRetry={() => location.reload()} />
}
