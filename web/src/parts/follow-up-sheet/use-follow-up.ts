import { useState } from 'react'
import { useLogFollowUp } from '../../data/follow-ups.ts'
import { useMeta } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { showFailure, showToast } from '../toast/toast-store.ts'
import { useNow } from '../use-now.ts'
import { presetTimes, proposedAt } from './next-times.ts'

/** A follow-up as it is being written: the outcome chosen brings the next step and its time along, both can be changed. */
export const useFollowUp = (lead: { id: string; name: string }) => {
  const text = useText(followUpMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const { timeZone } = useMe().workspace
  const { outcomes } = useMeta()
  // One key for all attempts: what was sent twice over a weak network is kept once.
  const [key] = useState(() => crypto.randomUUID())
  const [outcomeId, setOutcomeId] = useState<string | null>(null)
  const [action, setAction] = useState('')
  const [at, setAt] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [photos, setPhotos] = useState<string[]>([])
  const log = useLogFollowUp()
  const outcome = outcomes.find(({ id }) => id === outcomeId)
  const proposed = outcome?.next ? label(outcome.next.action) : ''
  const actions = [...new Set([proposed, text('visitTrial'), text('sendOffer'), text('callAgain')].filter(Boolean))].slice(0, 3)
  const presets = presetTimes(now, timeZone).map(({ name, at: time }) => ({
    at: time,
    label: name === 'later' ? weekdayText(dayOf(time, timeZone), locale) : text(name),
  }))
  const choose = (id: string): void => {
    const next = outcomes.find((one) => one.id === id)?.next
    setOutcomeId(id)
    setAction(next ? label(next.action) : '')
    setAt(next ? proposedAt(now, next.afterMinutes, timeZone) : null)
  }
  const chooseAction = (next: string): void => {
    setAction(next)
    setAt(at ?? presets[0]?.at ?? null)
  }
  const chooseTime = (time: string | null): void => {
    setAt(time)
    if (!action) setAction(actions[0] ?? text('callAgain'))
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
  return {
    outcomes: outcomes.toSorted((a, b) => a.order - b.order),
    outcome,
    proposed,
    action,
    actions,
    at,
    presets,
    timeZone,
    note,
    setNote,
    photos,
    setPhotos,
    choose,
    chooseAction,
    chooseTime,
    save,
    isSaving: log.isPending,
  }
}

export type FollowUp = ReturnType<typeof useFollowUp>
