import type { ConfigKind } from '@jieli/core'
import { useConfigHistory, useRestoreConfig } from '../../data/config.ts'
import { usePersonName } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Chip } from '../chip.tsx'
import { LoadFailure, Skeleton } from '../page-states/page-states.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { useNow } from '../use-now.ts'
import { Drawer } from './drawer.tsx'

/** Top-level parts of a setting that differ: their names and what they were and are. */
export const differencesOf = (before: unknown, after: unknown): { part: string; before: string; after: string }[] => {
  const [from, to] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>]
  const asText = (value: unknown): string =>
    value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
  return [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .filter((part) => part !== 'version' && asText(from[part]) !== asText(to[part]))
    .map((part) => ({ part, before: asText(from[part]), after: asText(to[part]) }))
}

/** Who changed a setting and when; any version can be put back, which is a change like any other. */
export function HistoryDrawer({ kind, id, title, onClose }: { kind: ConfigKind; id: string; title: string; onClose(): void }) {
  const text = useText(adminMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const personName = usePersonName()
  const history = useConfigHistory(kind, id)
  const restore = useRestoreConfig(kind)
  const put = (version: number): void =>
    restore.mutate(
      { id, version },
      {
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('restored') })
          void history.refetch()
        },
        onError: showFailure,
      },
    )
  return (
    <Drawer title={title} onClose={onClose}>
      {history.error ? (
        <LoadFailure error={history.error} onRetry={() => void history.refetch()} />
      ) : !history.data ? (
        <Skeleton />
      ) : (
        <ul className="history">
          {history.data.versions.length === 0 && <li className="hint">{text('historyEmpty')}</li>}
          {history.data.versions.map(({ version, at, actor, before, after }, index) => (
            <li key={version}>
              <div className="row g8 wrap">
                <b>{(actor.id && personName(actor.id)) || text('platform')}</b>
                <span>{text(before === null ? 'created' : after === null ? 'deleted' : 'changed')}</span>
                {index === 0 && <Chip tone="ok">{text('current')}</Chip>}
                <span className="sp" />
                <time className="t3 f12" dateTime={at}>
                  {momentText(at, now, { timeZone, locale })}
                </time>
              </div>
              {before !== null &&
                after !== null &&
                differencesOf(before, after).map((change) => (
                  <div key={change.part} className="history-change">
                    <span className="t3">{change.part}</span>
                    <span className="code">
                      <del>{change.before || '—'}</del> → {change.after || '—'}
                    </span>
                  </div>
                ))}
              {index > 0 && after !== null && (
                <button type="button" className="btn sm" disabled={restore.isPending} onClick={() => put(version)}>
                  {text('restore')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Drawer>
  )
}
