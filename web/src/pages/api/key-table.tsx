import { useState } from 'react'
import { KeyRound } from 'lucide-react'
import { useApiKeys, useRevokeApiKey, type ApiKey } from '../../data/api-keys.ts'
import { useMeta, usePersonName } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { joined } from '../../i18n/joined.ts'
import { apiMessages } from '../../i18n/messages/api-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Chip } from '../../parts/chip.tsx'
import { LoadFailure, PageState, Skeleton } from '../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'

/** What a key reaches, in words: all, only to read, or these objects. */
function Reach({ apiKey }: { apiKey: ApiKey }) {
  const text = useText(apiMessages)
  const label = useLabel()
  const { objects } = useMeta()
  if (apiKey.scopes === null) return <Chip>{text(apiKey.readOnly ? 'reachRead' : 'reachAll')}</Chip>
  const namesOf = (access: 'read' | 'write'): string =>
    joined(
      (apiKey.scopes ?? [])
        .filter((scope) => scope.access === access)
        .map((scope) => label(objects.find(({ name }) => name === scope.object)?.label ?? { 'zh-CN': scope.object })),
    )
  const [reads, writes] = [namesOf('read'), namesOf('write')]
  return (
    <span className="row g4 wrap">
      {writes && <Chip tone="acc">{text('scopeWrite', { names: writes })}</Chip>}
      {reads && <Chip>{text('scopeRead', { names: reads })}</Chip>}
    </span>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke(): void }) {
  const text = useText(apiMessages)
  const locale = useLocale()
  const now = useNow()
  const personName = usePersonName()
  const { workspace } = useMe()
  const moment = (at: string): string => momentText(at, now, { timeZone: workspace.timeZone, locale })
  return (
    <tr>
      <td className="b nw">{apiKey.label}</td>
      <td className="nw">{personName(apiKey.userId)}</td>
      <td>
        <Reach apiKey={apiKey} />
      </td>
      <td className="nw t3">{moment(apiKey.createdAt)}</td>
      <td className="nw t3">{apiKey.lastUsedAt ? moment(apiKey.lastUsedAt) : text('neverUsed')}</td>
      <td className="r">
        <button type="button" className="btn sm danger" aria-label={`${text('revoke')} ${apiKey.label}`} onClick={onRevoke}>
          {text('revoke')}
        </button>
      </td>
    </tr>
  )
}

/** Keys that still open: whose, what they reach, when they were last used. */
export function KeyTable() {
  const text = useText(apiMessages)
  const { data: keys, error, refetch } = useApiKeys(true)
  const revoke = useRevokeApiKey()
  const [leaving, setLeaving] = useState<ApiKey | null>(null)
  if (error && !keys) return <LoadFailure error={error} onRetry={() => void refetch()} />
  if (!keys) return <Skeleton />
  if (keys.length === 0)
    return <PageState icon={KeyRound} tone="acc" title={text('keysEmptyTitle')} text={text('keysEmptyText')} />
  return (
    <>
      <div className="card scroll-x">
        <table className="grid-table">
          <thead>
            <tr>
              {(['keyName', 'owner', 'reach', 'created', 'lastUsed'] as const).map((name) => (
                <th key={name} scope="col">
                  {text(name)}
                </th>
              ))}
              <th aria-label={text('revoke')} />
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <KeyRow key={key.id} apiKey={key} onRevoke={() => setLeaving(key)} />
            ))}
          </tbody>
        </table>
      </div>
      {leaving && (
        <ConfirmDialog
          title={text('revokeTitle', { name: leaving.label })}
          text={text('revokeText')}
          action={text('revoke')}
          onClose={() => setLeaving(null)}
          onConfirm={() =>
            revoke.mutate(leaving.id, {
              onError: showFailure,
              onSuccess: () => showToast({ tone: 'ok', text: text('revoked', { name: leaving.label }) }),
            })
          }
        />
      )}
    </>
  )
}
