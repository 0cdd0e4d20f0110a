import { useState } from 'react'
import { ImagePlus, Trash2 } from 'lucide-react'
import type { FormCover } from '@jieli/core'
import { uploadCover } from '../../data/form-covers.ts'
import { formsMessages } from '../../i18n/messages/forms-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showToast } from '../../parts/toast/toast-store.ts'
import { withMember, type FormPartProps } from './form-draft.ts'

/** 封面图: chosen here, drawn small enough for a phone, shown at the head of the form once it is saved. */
export function CoverField({ draft, onChange }: FormPartProps) {
  const text = useText(formsMessages)
  const [isBusy, setBusy] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  const set = (cover: FormCover | undefined): void => onChange(withMember(draft, 'cover', cover))
  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setBusy(true)
    try {
      set(await uploadCover(file))
      setShown(URL.createObjectURL(file))
    } catch {
      showToast({ tone: 'err', text: text('coverFailed') })
    } finally {
      setBusy(false)
    }
  }
  const source = shown ?? (draft.cover ? `/f/${draft.id}/cover/${draft.cover.small}` : null)
  return (
    <div className="field">
      <span className="label">{text('cover')}</span>
      <div className="row g8 wrap">
        {draft.cover && source && <img className="cover-shown" src={source} alt="" width={160} height={80} />}
        <label className={`btn${isBusy ? ' busy' : ''}`}>
          <ImagePlus size={14} aria-hidden="true" />
          {text(draft.cover ? 'coverChange' : 'coverChoose')}
          <input
            type="file"
            className="sr"
            accept="image/*"
            disabled={isBusy}
            onChange={({ target }) => {
              void choose(target.files?.[0])
              target.value = ''
            }}
          />
        </label>
        {draft.cover && (
          <button type="button" className="btn ghost" onClick={() => set(undefined)}>
            <Trash2 size={14} aria-hidden="true" />
            {text('coverRemove')}
          </button>
        )}
      </div>
      <span className="field-note">{text('coverNote')}</span>
    </div>
  )
}
