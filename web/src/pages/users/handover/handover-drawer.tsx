import { useState } from 'react'
import { Undo2 } from 'lucide-react'
import { useHoldings, usePreview, useStartHandover, useUndoHandover, type Holdings } from '../../../data/handover.ts'
import { useMe } from '../../../data/session.ts'
import type { UserAccount } from '../../../data/users.ts'
import { handoverMessages } from '../../../i18n/messages/handover-messages.ts'
import { useLocale } from '../../../i18n/locale-store.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { momentText } from '../../../i18n/zoned-time.ts'
import { Drawer, DrawerPart } from '../../../parts/admin-page/drawer.tsx'
import { Chip } from '../../../parts/chip.tsx'
import { LoadFailure, Skeleton } from '../../../parts/page-states/page-states.tsx'
import { showFailure, showToast } from '../../../parts/toast/toast-store.ts'
import { useNow } from '../../../parts/use-now.ts'
import { draftOf, inputOf, type HandoverDraft } from './handover-draft.ts'
import { HandoverFoot } from './handover-foot.tsx'
import { HandoverPreview } from './handover-preview.tsx'
import { PartChoice } from './part-choice.tsx'
import { PersonSelect } from './person-select.tsx'
import './handover.css'

interface Props {
  user: UserAccount
  onClose(): void
}

/** 离职交接: what a colleague holds, where each kind goes, who then has how many. */
export function HandoverDrawer({ user, onClose }: Props) {
  const text = useText(handoverMessages)
  const { data: holdings, error, refetch } = useHoldings(user.id)
  if (holdings) return <HandoverForm user={user} holdings={holdings} onClose={onClose} />
  return (
    <Drawer title={text('title', { name: user.name })} isWide onClose={onClose}>
      {error ? <LoadFailure error={error} onRetry={() => void refetch()} /> : <Skeleton lines={8} />}
    </Drawer>
  )
}

function HandoverForm({ user, holdings, onClose }: Props & { holdings: Holdings }) {
  const text = useText(handoverMessages)
  const [draft, setDraft] = useState(() => draftOf(holdings, user.active))
  const input = inputOf(draft)
  const start = useStartHandover(user.id)
  const { parts, settings, isUnderWay } = holdings
  const isEmpty = parts.length + settings.length === 0
  // Who has left and holds nothing is done: there is nothing to begin.
  const isDone = isEmpty && !user.active
  const change = (more: Partial<HandoverDraft>): void => setDraft({ ...draft, ...more })
  const begin = (): void => {
    if (input)
      start.mutate(input, {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('started', { name: user.name }) })
          onClose()
        },
      })
  }
  return (
    <Drawer
      title={text('title', { name: user.name })}
      beside={isUnderWay ? <Chip tone="warn">{text('underWay')}</Chip> : undefined}
      isWide
      onClose={onClose}
      footer={
        !isDone && (
          <HandoverFoot
            mayDeactivate={user.active}
            deactivate={draft.deactivate}
            isReady={Boolean(input) && !isUnderWay && !start.isPending}
            onDeactivate={(deactivate) => change({ deactivate })}
            onStart={begin}
          />
        )
      }
    >
      <UndoPart user={user} undoable={holdings.undoable} />
      {isEmpty && <p className="hint handover-empty">{text('nothing', { name: user.name })}</p>}
      {parts.length > 0 && (
        <DrawerPart title={text('what')}>
          {parts.map((part) => (
            <PartChoice
              key={part.key}
              part={part}
              leaverId={user.id}
              choice={draft.choices[part.key] ?? { to: 'people', userIds: [] }}
              onChange={(choice) => change({ choices: { ...draft.choices, [part.key]: choice } })}
            />
          ))}
        </DrawerPart>
      )}
      {!isDone && (
        <DrawerPart title={text('rest')}>
          <PersonSelect
            label={text('otherwise')}
            note={text('otherwiseNote')}
            none={text('choosePerson')}
            leaverId={user.id}
            value={draft.otherwise}
            onChange={(otherwise) => change({ otherwise })}
          />
        </DrawerPart>
      )}
      <SettingsPart
        holdings={holdings}
        leaverId={user.id}
        value={draft.settingsTo}
        onChange={(settingsTo) => change({ settingsTo })}
      />
      {parts.length > 0 && <PreviewPart user={user} holdings={holdings} draft={draft} />}
    </Drawer>
  )
}

function PreviewPart({ user, holdings, draft }: { user: UserAccount; holdings: Holdings; draft: HandoverDraft }) {
  const text = useText(handoverMessages)
  const input = inputOf(draft)
  const { data: shares } = usePreview(user.id, input)
  return (
    <DrawerPart title={text('preview')} note={text('previewNote')}>
      {input && shares ? (
        <HandoverPreview shares={shares} parts={holdings.parts} />
      ) : (
        <p className="hint">{text('previewHint')}</p>
      )}
    </DrawerPart>
  )
}

interface SettingsProps {
  holdings: Holdings
  leaverId: string
  value: string | null
  onChange(id: string | null): void
}

function SettingsPart({ holdings: { settings, maySetSettings }, leaverId, value, onChange }: SettingsProps) {
  const text = useText(handoverMessages)
  const label = useLabel()
  if (settings.length === 0) return null
  return (
    <DrawerPart title={text('settings')}>
      <span className="row g8 wrap">
        {settings.map((one) => (
          <Chip key={`${one.kind}/${one.id}`}>
            {label(one.kindLabel)} · {one.label}
          </Chip>
        ))}
      </span>
      {maySetSettings ? (
        <PersonSelect
          label={text('settingsTo')}
          none={text('settingsLater')}
          leaverId={leaverId}
          value={value}
          onChange={onChange}
        />
      ) : (
        <p className="hint">{text('settingsNote')}</p>
      )}
    </DrawerPart>
  )
}

function UndoPart({ user, undoable }: { user: UserAccount; undoable: Holdings['undoable'] }) {
  const text = useText(handoverMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const undo = useUndoHandover()
  if (!undoable) return null
  const takeBack = (): void =>
    undo.mutate(undoable.id, {
      onError: showFailure,
      onSuccess: () => showToast({ tone: 'ok', text: text('undone', { name: user.name }) }),
    })
  return (
    <DrawerPart title={text('last', { day: momentText(undoable.at, now, { timeZone, locale }), n: undoable.moved })}>
      <span className="row g8 wrap">
        <button type="button" className="btn" disabled={undo.isPending} onClick={takeBack}>
          <Undo2 size={14} aria-hidden="true" />
          {text('undo')}
        </button>
        <span className="t3 f12">{text('undoNote')}</span>
      </span>
    </DrawerPart>
  )
}
