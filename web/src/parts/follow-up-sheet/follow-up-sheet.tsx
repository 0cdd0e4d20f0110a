import { X } from 'lucide-react'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Dialog } from '../dialog/dialog.tsx'
import { ChoiceButtons } from './choice-buttons.tsx'
import { FollowUpEffect } from './follow-up-effect.tsx'
import { NoteField } from './note-field.tsx'
import { PhotoStrip } from './photo-strip.tsx'
import { TimeChoice } from './time-choice.tsx'
import { useFollowUp, type FollowUp } from './use-follow-up.ts'
import './follow-up-sheet.css'

interface FollowUpSheetProps {
  lead: { id: string; name: string; about: string }
  onClose(): void
  /** There is another one to call after this. */
  onNext?(): void
}

function SheetHead({ lead, onClose }: Pick<FollowUpSheetProps, 'lead' | 'onClose'>) {
  const shell = useText(shellMessages)
  return (
    <>
      <div className="grab" aria-hidden="true" />
      <div className="row g8">
        <b className="sheet-name">{lead.name}</b>
        <span className="t2 f14 ell">{lead.about}</span>
        <span className="sp" />
        <button type="button" className="round sheet-close" aria-label={shell('close')} onClick={onClose}>
          <X size={20} />
        </button>
      </div>
    </>
  )
}

function NextStep({ followUp }: { followUp: FollowUp }) {
  const text = useText(followUpMessages)
  const label = useLabel()
  const { outcome, proposed, action, actions, at, presets, timeZone } = followUp
  return (
    <>
      <div className="sheet-label">
        {text('next')}
        {outcome && proposed && action === proposed && (
          <span className="chip acc">{text('proposed', { outcome: label(outcome.label) })}</span>
        )}
      </div>
      <ChoiceButtons
        label={text('next')}
        value={action}
        onChange={followUp.chooseAction}
        choices={actions.map((one) => ({ id: one, label: one }))}
      />
      <TimeChoice value={at} presets={presets} timeZone={timeZone} onChange={followUp.chooseTime} />
    </>
  )
}

function SaveButtons({ followUp, onClose, onNext }: { followUp: FollowUp } & Pick<FollowUpSheetProps, 'onClose' | 'onNext'>) {
  const text = useText(followUpMessages)
  const { outcome, isSaving, save } = followUp
  const isDisabled = !outcome || isSaving
  return (
    <div className={`sheet-save${onNext ? '' : ' single'}`}>
      {onNext && (
        <button type="button" className="btn touch" disabled={isDisabled} onClick={() => save(onNext)}>
          {text('saveAndNext')}
        </button>
      )}
      <button type="button" className="btn touch pri" disabled={isDisabled} onClick={() => save(onClose)}>
        {text(isSaving ? 'saving' : 'save')}
      </button>
    </div>
  )
}

/** Three taps: the outcome, which brings the next step and its time along; another time if need be; save. */
export function FollowUpSheet({ lead, onClose, onNext }: FollowUpSheetProps) {
  const text = useText(followUpMessages)
  const label = useLabel()
  const followUp = useFollowUp(lead)
  const { outcome, outcomes, action, at } = followUp
  return (
    <Dialog title={`${text('title')} ${lead.name}`} hidesTitle className="sheet-dialog" onClose={onClose}>
      <SheetHead lead={lead} onClose={onClose} />
      <div className="sheet-label">{text('result')}</div>
      <ChoiceButtons
        label={text('result')}
        value={outcome?.id ?? null}
        onChange={followUp.choose}
        choices={outcomes.map((one) => ({ id: one.id, label: label(one.label) }))}
      />
      {outcome && !outcome.closes && <NextStep followUp={followUp} />}
      <NoteField value={followUp.note} onChange={followUp.setNote} />
      <PhotoStrip ids={followUp.photos} onChange={followUp.setPhotos} />
      {outcome ? (
        <FollowUpEffect outcome={outcome} leadId={lead.id} action={action} at={at} />
      ) : (
        <p className="sheet-effect">{text('choose')}</p>
      )}
      <SaveButtons followUp={followUp} onClose={onClose} {...(onNext ? { onNext } : {})} />
    </Dialog>
  )
}
