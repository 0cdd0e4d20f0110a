import { useState } from 'react'
import { Camera } from 'lucide-react'
import { fileUrl, uploadFile } from '../../data/files.ts'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../toast/toast-store.ts'

/** Photos of homework, of a paper form: taken or chosen, sent at once, taken off by a tap. */
export function PhotoStrip({ ids, onChange }: { ids: string[]; onChange(ids: string[]): void }) {
  const text = useText(followUpMessages)
  const [isBusy, setBusy] = useState(false)
  const add = async (files: FileList | null): Promise<void> => {
    setBusy(true)
    try {
      onChange([...ids, ...(await Promise.all([...(files ?? [])].map(uploadFile))).map(({ id }) => id)])
    } catch (error) {
      showFailure(error)
    }
    setBusy(false)
  }
  return (
    <div className="photos">
      {ids.map((id) => (
        <button
          key={id}
          type="button"
          className="thumb"
          aria-label={text('removePhoto')}
          onClick={() => onChange(ids.filter((other) => other !== id))}
        >
          <img src={fileUrl(id)} alt="" width={56} height={56} />
        </button>
      ))}
      <label className="photo-add" aria-busy={isBusy}>
        <Camera size={24} aria-hidden="true" />
        <span className="sr">{text(isBusy ? 'uploading' : 'addPhoto')}</span>
        <input
          type="file"
          accept="image/*"
          className="sr"
          disabled={isBusy}
          onChange={(event) => void add(event.target.files)}
        />
      </label>
    </div>
  )
}
