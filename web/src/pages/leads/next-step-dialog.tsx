import { useState, type FormEvent } from 'react'
import type { CrmRecord } from '@jieli/core'
import { useBatch } from '../../data/records.ts'
import { useMe } from '../../data/session.ts'
import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { dayOf, weekdayText } from '../../i18n/zoned-time.ts'
import { Dialog } from '../../parts/dialog/dialog.tsx'
import { presetTimes } from '../../parts/follow-up-sheet/next-times.ts'
import { TimeChoice } from '../../parts/follow-up-sheet/time-choice.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { useNow } from '../../parts/use-now.ts'
import '../../parts/follow-up-sheet/follow-up-sheet.css'

/** What and when, for one lead or for many. */
export function NextStepDialog({ leads, onClose }: { leads: CrmRecord[]; onClose(): void }) {
  const text = useText(leadsMessages)
  const shell = useText(shellMessages)
  const words = useText(followUpMessages)
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const batch = useBatch('lead')
  const [action, setAction] = useState(leads.length === 1 ? String(leads[0]?.values['nextAction'] ?? '') : '')
  const [at, setAt] = useState<string | null>(null)
  const presets = presetTimes(now, timeZone).map(({ name, at: time }) => ({
    at: time,
    label: name === 'later' ? weekdayText(dayOf(time, timeZone), locale) : words(name),
  }))
  const change = (
    valuesOf: (lead: CrmRecord) => { nextAction: string; nextAt: string | null },
    done: (failed: number) => void,
  ): void =>
    batch.mutate(
      leads.map((lead) => ({ action: 'update' as const, id: lead.id, values: valuesOf(lead) })),
      { onError: showFailure, onSuccess: ({ results }) => done(results.filter((result) => 'error' in result).length) },
    )
  const undo = (): void =>
    change(
      ({ values }) => ({
        nextAction: String(values['nextAction'] ?? ''),
        nextAt: typeof values['nextAt'] === 'string' ? values['nextAt'] : null,
      }),
      () => {},
    )
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!action.trim() || !at) return
    change(
      () => ({ nextAction: action.trim(), nextAt: at }),
      (failed) => {
        showToast({
          tone: 'ok',
          text: text('nextSaved', { n: leads.length - failed }),
          action: { label: shell('undo'), run: undo },
        })
        if (failed > 0) showToast({ tone: 'err', text: text('someFailed', { n: failed }) })
        onClose()
      },
    )
  }
  return (
    <Dialog title={text('nextTitle', { n: leads.length })} onClose={onClose}>
      <form onSubmit={submit}>
        <div className="field">
          <label htmlFor="next-action">{text('action')}</label>
          <input
            id="next-action"
            className="inp"
            autoFocus
            maxLength={100}
            value={action}
            onChange={(event) => setAction(event.target.value)}
          />
        </div>
        <div className="field">
          <span className="label">{text('when')}</span>
          <TimeChoice value={at} presets={presets} timeZone={timeZone} onChange={setAt} />
        </div>
        <footer>
          <button type="button" className="btn ghost" onClick={onClose}>
            {shell('cancel')}
          </button>
          <button type="submit" className="btn pri" disabled={!action.trim() || !at || batch.isPending}>
            {shell('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
