import { useState } from 'react'
import { Building2, UserPlus, X } from 'lucide-react'
import { useShares, useUnshareRecord, type RecordShare } from '../../data/rights.ts'
import { useMe } from '../../data/session.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Avatar } from '../avatar.tsx'
import { Chip } from '../chip.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { ShareDialog } from './share-dialog.tsx'
import './shares.css'

function Share({ share, onRemove }: { share: RecordShare; onRemove: (() => void) | undefined }) {
  const text = useText(accessMessages)
  const { workspace } = useMe()
  const day = share.until && new Intl.DateTimeFormat('sv', { timeZone: workspace.timeZone }).format(new Date(share.until))
  return (
    <li>
      {share.kind === 'department' ? <Building2 size={16} className="t3" aria-hidden="true" /> : <Avatar name={share.name} />}
      <span className="ell">{share.name}</span>
      <Chip>{text(share.mayEdit ? 'mayEdit' : 'mayRead')}</Chip>
      <span className="sp" />
      {day && <span className="t3 f12 nw">{text('until', { day })}</span>}
      {onRemove && (
        <button
          type="button"
          className="btn sm ghost icon"
          aria-label={text('unshare', { name: share.name })}
          onClick={onRemove}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
    </li>
  )
}

/** 协作人: who sees this record beside those whose roles open it. */
export function SharesCard({ object, id }: { object: string; id: string }) {
  const text = useText(accessMessages)
  const { data } = useShares(object, id)
  const unshare = useUnshareRecord(object, id)
  const [isAdding, setAdding] = useState(false)
  // Nobody to name and nothing to do: no card.
  if (!data || (data.shares.length === 0 && !data.mayShare)) return null
  const remove = (share: RecordShare): void =>
    unshare.mutate(
      { grantee: share.grantee },
      { onError: showFailure, onSuccess: () => showToast({ tone: 'ok', text: text('unshared', { name: share.name }) }) },
    )
  return (
    <section className="card shares" aria-label={text('shares')}>
      <header>
        <h2>{text('shares')}</h2>
        <span className="count">{data.shares.length || ''}</span>
        <span className="sp" />
        {data.mayShare && (
          <button type="button" className="btn sm ghost" onClick={() => setAdding(true)}>
            <UserPlus size={14} aria-hidden="true" />
            {text('addShare')}
          </button>
        )}
      </header>
      {data.shares.length === 0 ? (
        <p className="t3 f13">{text('sharesNone')}</p>
      ) : (
        <ul>
          {data.shares.map((share) => (
            <Share key={share.grantee} share={share} onRemove={data.mayShare ? () => remove(share) : undefined} />
          ))}
        </ul>
      )}
      {isAdding && <ShareDialog object={object} id={id} onClose={() => setAdding(false)} />}
    </section>
  )
}
