import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { ScrollText } from 'lucide-react'
import { eventKinds, type EventKind } from '@jieli/core'
import { useAudit, type AuditEntry, type AuditFilter } from '../../data/audit.ts'
import { usePersonName } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { TopBar } from '../../parts/app-shell/top-bar.tsx'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { useNow } from '../../parts/use-now.ts'
import { AuditFilters } from './audit-filters.tsx'
import '../../parts/admin-page/admin-page.css'
import './audit.css'

const everything: AuditFilter = { group: '', kind: '', object: '', actor: '', from: '', to: '' }

/** Reading and governing stand out from everyday changes. */
const notable = new Set<EventKind>([
  'sensitive.read',
  'records.exported',
  'guesses.refused',
  'view-as.started',
  'record.deleted',
  'session.refused',
  'setting.changed',
  'password.changed',
  'key.made',
])

const settingWords: Record<string, 'settingMade' | 'settingChanged' | 'settingRemoved'> = {
  create: 'settingMade',
  change: 'settingChanged',
  remove: 'settingRemoved',
}

function Details({ entry }: { entry: AuditEntry }) {
  const text = useText(accessMessages)
  const personName = usePersonName()
  const { data, changes, kind, place } = entry
  const words =
    kind === 'records.exported'
      ? text('exported', { n: Number(data['count'] ?? 0), format: String(data['format'] ?? '') })
      : kind === 'guesses.refused'
        ? text('guessed', { n: Number(data['count'] ?? 0) })
        : kind === 'records.purged'
          ? text('purged', { n: Number(data['count'] ?? 0) })
          : kind === 'setting.changed'
            ? text(settingWords[String(data['action'])] ?? 'settingChanged', { n: Number(data['version'] ?? 0) })
            : [data['label'], data['field'], personName(String(data['to'] ?? '')), data['reason']]
                .filter((part) => typeof part === 'string')
                .join(' ')
  return (
    <span className="audit-changes">
      {changes.slice(0, 4).map((change) => (
        <span key={change.field}>
          <span className="t3">{change.label}</span> {change.before && <s className="t3">{change.before}</s>}{' '}
          {change.after || text('emptied')}
        </span>
      ))}
      {changes.length > 4 && <span className="t3">+{changes.length - 4}</span>}
      {place && (
        <span className="t2">
          {place.ip} {place.device && <span className="t3">{place.device}</span>}
        </span>
      )}
      {words.trim() !== '' && <span className="t2">{words}</span>}
    </span>
  )
}

/** Which record, or whose doing; nothing is told of a record that this reader may not see. */
function Subject({ entry: { kind, object, title, recordId } }: { entry: AuditEntry }) {
  const text = useText(accessMessages)
  if (title === null && kind === 'session.refused') return <span className="t3">{text('unknownLogin')}</span>
  if (title === null) return object && <span className="t3">{text('hiddenRecord')}</span>
  if (!object || !recordId) return title
  return <Link to={`/objects/${object.name}/${recordId}`}>{title || text('unnamed')}</Link>
}

function Entry({ entry }: { entry: AuditEntry }) {
  const text = useText(accessMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const { at, kind, actor, object } = entry
  return (
    <tr>
      <td className="nw t2">
        <time dateTime={at} title={at}>
          {momentText(at, now, { timeZone: workspace.timeZone, locale })}
        </time>
      </td>
      <td className="nw">{actor.name || <span className="t3">{text('system')}</span>}</td>
      <td className="nw">
        <Chip {...(notable.has(kind) ? { tone: 'warn' as const } : {})}>{label(eventKinds[kind])}</Chip>
      </td>
      <td className="nw">
        {object && <span className="t3 f12">{object.label} </span>}
        <Subject entry={entry} />
      </td>
      <td>
        <Details entry={entry} />
      </td>
    </tr>
  )
}

function Entries({ entries }: { entries: AuditEntry[] }) {
  const text = useText(accessMessages)
  return (
    <div className="card scroll-x">
      <table className="grid-table audit-table">
        <thead>
          <tr>
            {(['when', 'actor', 'kind', 'record', 'details'] as const).map((name) => (
              <th key={name} scope="col">
                {text(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** 操作日志: who did what, changes and reads alike. */
export function AuditPage() {
  const text = useText(accessMessages)
  const [filter, setFilter] = useState(everything)
  const { data: entries, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useAudit(filter)
  return (
    <>
      <TopBar title={text('audit')} beside={<span className="t3 f13 ell only-wide">{text('auditNote')}</span>} />
      <div className="admin">
        <AuditFilters filter={filter} onChange={setFilter} />
        {error && !entries ? (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        ) : !entries ? (
          <Skeleton lines={12} />
        ) : entries.length === 0 ? (
          <PageState icon={ScrollText} title={text('auditEmptyTitle')} text={text('auditEmptyText')} />
        ) : (
          <Entries entries={entries} />
        )}
        {hasNextPage && (
          <button type="button" className="btn audit-more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {text('more')}
          </button>
        )}
      </div>
    </>
  )
}
