import { useState } from 'react'
import { ArrowRightLeft, Mic, X } from 'lucide-react'
import type { Outcome } from '@jieli/core'
import { useLogFollowUp } from '../../data/follow-ups.ts'
import { fieldOf, optionsOf, useMeta, useObject } from '../../data/meta.ts'
import { useRecord } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText, weekdayText, dayOf } from '../../i18n/zoned-time.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { useNow } from '../use-now.ts'
import { ChoiceButtons } from './choice-buttons.tsx'
import { presetTimes, proposedAt } from './next-times.ts'
import { PhotoStrip } from './photo-strip.tsx'
import { TimeChoice } from './time-choice.tsx'
import { useDictation } from './use-dictation.ts'
import './follow-up-sheet.css'

interface FollowUpSheetProps {
  lead: { id: string; name: string; about: string }
  onClose(): void
  /** There is another one to call after this. */
  onNext?(): void
}

/** What will change, said before saving. */
function Effect({ outcome, leadId, action, at }: { outcome: Outcome; leadId: string; action: string; at: string | null }) {
  const text = useText(followUpMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const { workspace } = useMe()
  const stages = optionsOf(fieldOf(useObject('lead'), 'stage'))
  const { data } = useRecord('lead', leadId)
  const nameOf = (id: unknown): string => {
    const option = stages.find((one) => one.id === id)
    return option ? label(option.label) : ''
  }
  const [from, to] = [nameOf(data?.record.values['stage']), nameOf(outcome.stage)]
  const parts = [
    to && from && to !== from ? text('effectStage', { from, to }) : text('effectStage2'),
    outcome.closes
      ? text('effectCloses')
      : action && at
        ? text('effectTask', { when: momentText(at, now, { timeZone: workspace.timeZone, locale }), action })
        : '',
  ]
  return (
    <p className="sheet-effect">
      <ArrowRightLeft size={14} className="t3" aria-hidden="true" />
      <span>{parts.filter(Boolean).join(locale === 'en' ? '; ' : '；')}</span>
    </p>
  )
}

/** Three taps: the outcome, which brings the next step and its time along; another time if need be; save. */
export function FollowUpSheet({ lead, onClose, onNext }: FollowUpSheetProps) {
  const text = useText(followUpMessages)
  const shell = useText(shellMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const { outcomes } = useMeta()
  const [key] = useState(() => crypto.randomUUID())
  const [outcomeId, setOutcomeId] = useState<string | null>(null)
  const [action, setAction] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const log = useLogFollowUp()
  const dictation = useDictation(setNote)
  const outcome = outcomes.find(({ id }) => id === outcomeId)
  const proposed = outcome?.next ? label(outcome.next.action) : ''
  const actions = [...new Set([proposed, text('visitTrial'), text('sendOffer'), text('callAgain')].filter(Boolean))].slice(0, 3)
  const choose = (id: string): void => {
    const next = outcomes.find((one) => one.id === id)?.next
    setOutcomeId(id)
    setAction(next ? label(next.action) : '')
    setAt(next ? proposedAt(now, next.afterMinutes, timeZone) : null)
  }
  const save = (then: () => void): void => {
    if (!outcome) return
    const input = {
      key,
      leadId: lead.id,
      outcomeId: outcome.id,
      ...(note.trim() ? { note: note.trim() } : {}),
      ...(photos.length > 0 ? { attachmentIds: photos } : {}),
      ...(outcome.closes || !action || !at ? {} : { nextAction: action, nextAt: at }),
    }
    log.mutate(
      { input, leadName: lead.name },
      {
        onSuccess: (result) => {
          showToast({ tone: 'ok', text: text(result ? 'saved' : 'keptOffline', { name: lead.name }) })
          then()
        },
        onError: showFailure,
      },
    )
  }
  const presets = presetTimes(now, timeZone).map(({ name, at: time }) => ({
    at: time,
    label: name === 'later' ? weekdayText(dayOf(time, timeZone), locale) : text(name),
  }))
  return (
    <Dialog title={`${text('title')} ${lead.name}`} hidesTitle className="sheet-dialog" onClose={onClose}>
      <div className="grab" aria-hidden="true" />
      <div className="row g8">
        <b className="sheet-name">{lead.name}</b>
        <span className="t2 f14 ell">{lead.about}</span>
        <span className="sp" />
        <button type="button" className="round sheet-close" aria-label={shell('close')} onClick={onClose}>
          <X size={20} />
        </button>
      </div>
      <div className="sheet-label">{text('result')}</div>
      <ChoiceButtons
        label={text('result')}
        value={outcomeId}
        onChange={choose}
        choices={outcomes.toSorted((a, b) => a.order - b.order).map((one) => ({ id: one.id, label: label(one.label) }))}
      />
      {outcome && !outcome.closes && (
        <>
          <div className="sheet-label">
            {text('next')}
            {proposed && action === proposed && (
              <span className="chip acc">{text('proposed', { outcome: label(outcome.label) })}</span>
            )}
          </div>
          <ChoiceButtons
            label={text('next')}
            value={action}
            onChange={(next) => {
              setAction(next)
              setAt(at ?? presets[0]?.at ?? null)
            }}
            choices={actions.map((one) => ({ id: one, label: one }))}
          />
          <TimeChoice
            value={at}
            presets={presets}
            timeZone={timeZone}
            onChange={(time) => {
              setAt(time)
              if (!action) setAction(actions[0] ?? text('callAgain'))
            }}
          />
        </>
      )}
      <div className="sheet-label">
        {text('note')}
        <span className="t3 sheet-optional">{text('optional')}</span>
      </div>
      <div className="sheet-note">
        <textarea
          className="inp"
          rows={2}
          aria-label={text('note')}
          placeholder={text(dictation.isListening ? 'listening' : 'notePlaceholder')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {dictation.canDictate && (
          <button
            type="button"
            className="sheet-mic"
            aria-label={text('speak')}
            aria-pressed={dictation.isListening}
            onClick={dictation.toggle}
          >
            <Mic size={24} strokeWidth={1.75} />
          </button>
        )}
      </div>
      <PhotoStrip ids={photos} onChange={setPhotos} />
      {outcome ? (
        <Effect outcome={outcome} leadId={lead.id} action={action} at={at} />
      ) : (
        <p className="sheet-effect">{text('choose')}</p>
      )}
      <div className={`sheet-save${onNext ? '' : ' single'}`}>
        {onNext && (
          <button type="button" className="btn touch" disabled={!outcome || log.isPending} onClick={() => save(onNext)}>
            {text('saveAndNext')}
          </button>
        )}
        <button type="button" className="btn touch pri" disabled={!outcome || log.isPending} onClick={() => save(onClose)}>
          {text(log.isPending ? 'saving' : 'save')}
        </button>
      </div>
    </Dialog>
  )
}
