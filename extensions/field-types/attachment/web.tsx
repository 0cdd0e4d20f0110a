import { useState } from 'react'
import { defineWebFace, type EditorProps } from '../../kit/field-type-for-web.ts'

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []

function AttachmentEditor({ id, value, onChange, disabled, describedBy, tools }: EditorProps) {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const ids = idsOf(value)
  const add = async (files: FileList | null): Promise<void> => {
    setBusy(true)
    setFailure('')
    try {
      const stored = await Promise.all([...(files ?? [])].map((file) => tools.upload(file)))
      onChange([...ids, ...stored.map((file) => file.id)])
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
    setBusy(false)
  }
  const remove = (gone: string): void => onChange(ids.length > 1 ? ids.filter((other) => other !== gone) : null)
  return (
    <div className="row g8" style={{ flexWrap: 'wrap' }}>
      {ids.map((fileId) => (
        <button
          key={fileId}
          type="button"
          className="thumb"
          disabled={disabled ?? false}
          onClick={() => remove(fileId)}
          aria-label={tools.locale === 'en' ? 'Remove this file' : '去掉这个文件'}
        >
          <img src={tools.fileUrl(fileId)} alt="" width={56} height={56} />
        </button>
      ))}
      <input
        id={id}
        type="file"
        accept="image/*"
        multiple
        disabled={isBusy || (disabled ?? false)}
        aria-describedby={describedBy}
        onChange={(event) => void add(event.target.files)}
      />
      {failure && (
        <span role="alert" className="field-note err">
          {failure}
        </span>
      )}
    </div>
  )
}

export const attachmentForWeb = defineWebFace({
  width: 120,
  Display: ({ value, tools }) => (
    <span className="row g4">
      {idsOf(value).map((id) => (
        <a key={id} href={tools.fileUrl(id)} target="_blank" rel="noopener noreferrer">
          <img src={tools.fileUrl(id)} alt={tools.locale === 'en' ? 'Attachment' : '附件'} height={24} />
        </a>
      ))}
    </span>
  ),
  Editor: AttachmentEditor,
})
