import { useState } from 'react'
import {
  ArrowRightLeft,
  BellRing,
  Eye,
  FileDown,
  GitMerge,
  KeyRound,
  LogIn,
  LogOut,
  MessageSquareText,
  PenLine,
  Phone,
  Plus,
  RotateCcw,
  ScanEye,
  Settings2,
  ShieldAlert,
  Sigma,
  Trash2,
  TriangleAlert,
  UserRoundCog,
  UserRoundMinus,
  UserRoundPlus,
  type LucideIcon,
} from 'lucide-react'
import type { EventKind } from '@jieli/core'
import type { TimelineEntry } from '../../data/timeline.ts'
import { useRestoreValue, useTimeline } from '../../data/timeline.ts'
import { fieldOf, useObject } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { timelineMessages } from '../../i18n/messages/timeline-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { LoadFailure, Skeleton } from '../page-states/page-states.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { useNow } from '../use-now.ts'
import { EntryFacts } from './entry-facts.tsx'

const icons: Record<EventKind, LucideIcon> = {
  'record.created': Plus,
  'record.updated': PenLine,
  'record.computed': Sigma,
  'record.deleted': Trash2,
  'record.restored': RotateCcw,
  'lead.touched': GitMerge,
  'owner.changed': UserRoundCog,
  'follow-up.logged': Phone,
  'deadline.warned': BellRing,
  'notice.delivered': MessageSquareText,
  'notice.failed': TriangleAlert,
  'record.shared': UserRoundPlus,
  'record.unshared': UserRoundMinus,
  'sensitive.read': Eye,
  'guesses.refused': ShieldAlert,
  'view-as.started': ScanEye,
  'handover.started': ArrowRightLeft,
  'handover.undone': RotateCcw,
  'records.exported': FileDown,
  'records.purged': Trash2,
  'setting.changed': Settings2,
  'session.started': LogIn,
  'session.refused': LogIn,
  'session.ended': LogOut,
  'password.changed': KeyRound,
  'key.made': KeyRound,
  'key.first-used': KeyRound,
  'key.revoked': KeyRound,
}

interface EntryProps {
  entry: TimelineEntry
  mayWrite(field: string): boolean
  onRestore(field: string): void
}

function Changes({ entry, mayWrite, onRestore }: EntryProps) {
  const text = useText(timelineMessages)
  if (entry.changes.length === 0) return null
  return (
    <dl className="timeline-original timeline-changes">
      {entry.changes.map((change) => (
        <div key={change.field} style={{ display: 'contents' }}>
          <dt>{change.label}</dt>
          <dd>
            {change.before && (
              <>
                <span className="t3">{change.before}</span> →{' '}
              </>
            )}
            {change.after || text('emptied')}
            {entry.kind === 'record.updated' && mayWrite(change.field) && (
              <button type="button" className="link f12 timeline-back" onClick={() => onRestore(change.field)}>
                {text('putBack')}
              </button>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** What readers look for; everything else shows under 全部 alone. */
const groups = {
  followUps: ['follow-up.logged'],
  touches: ['lead.touched', 'record.created'],
  changes: ['record.updated', 'record.computed', 'owner.changed', 'record.deleted', 'record.restored'],
  messages: ['deadline.warned', 'notice.delivered', 'notice.failed'],
  access: ['sensitive.read', 'records.exported', 'record.shared', 'record.unshared', 'view-as.started', 'guesses.refused'],
} satisfies Record<string, EventKind[]>
type GroupName = keyof typeof groups
const groupNames = Object.keys(groups) as GroupName[]

function Entry({ entry, mayWrite, onRestore }: EntryProps) {
  const { workspace } = useMe()
  const locale = useLocale()
  const now = useNow()
  const Icon = icons[entry.kind] ?? ArrowRightLeft
  const note = typeof entry.data['note'] === 'string' ? entry.data['note'] : ''
  return (
    <li>
      <span className="timeline-icon" aria-hidden="true">
        <Icon size={14} />
      </span>
      <div>
        <div>
          {entry.actor.name && <b>{entry.actor.name}</b>}
          {locale === 'en' && ' '}
          {entry.title}
          <EntryFacts entry={entry} />
        </div>
        {note && <p>「{note}」</p>}
        <Changes entry={entry} mayWrite={mayWrite} onRestore={onRestore} />
      </div>
      <time className="t3 f12" dateTime={entry.at}>
        {momentText(entry.at, now, { timeZone: workspace.timeZone, locale })}
      </time>
    </li>
  )
}

/** Who did what, newest first; what came from outside follows in a frame; what a rule did names the rule. */
export function Timeline({ object, id }: { object: string; id: string }) {
  const text = useText(timelineMessages)
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(object, id)
  const restore = useRestoreValue(object, id)
  const meta = useObject(object)
  const mayWrite = (name: string): boolean => meta?.can.update === true && fieldOf(meta, name)?.right === 'write'
  const [shown, setShown] = useState<GroupName | null>(null)
  if (error) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={4} />
  const entries = shown ? data.filter(({ kind }) => (groups[shown] as EventKind[]).includes(kind)) : data
  if (data.length === 0) return <p className="t3 f13">{text('empty')}</p>
  return (
    <>
      <label className="timeline-filter">
        <span className="sr">{text('filter')}</span>
        <select
          className="inp"
          value={shown ?? ''}
          onChange={(event) => setShown(groupNames.find((name) => name === event.target.value) ?? null)}
        >
          <option value="">{text('all')}</option>
          {groupNames.map((name) => (
            <option key={name} value={name}>
              {text(name)}
            </option>
          ))}
        </select>
      </label>
      {entries.length === 0 && <p className="t3 f13">{text(hasNextPage ? 'noneHere' : 'none')}</p>}
      <ol className="timeline">
        {entries.map((entry) => (
          <Entry
            key={entry.id}
            entry={entry}
            mayWrite={mayWrite}
            onRestore={(field) =>
              restore.mutate(
                { eventId: entry.id, field },
                { onError: showFailure, onSuccess: () => showToast({ tone: 'ok', text: text('putBackDone') }) },
              )
            }
          />
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" className="btn sm" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('more')}
        </button>
      )}
    </>
  )
}
