import { useState } from 'react'
import { defineWebFace, type EditorProps, type FaceLook, type FieldTypeForWeb } from './field-type-for-web.ts'

/** The ids in a stored value; anything else is none. */
export const fileIdsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []

interface FileListOptions extends Pick<FaceLook, 'icon' | 'shelf' | 'width'> {
  /** What is offered when choosing, as in a file input: `image/*`. */
  accept: string
  /** Side of a thumbnail while editing, and its height where it is read; px. */
  thumb: { edit: number; show: number }
  alt: { 'zh-CN': string; en: string }
}

function FileListEditor({
  id,
  value,
  onChange,
  disabled,
  describedBy,
  tools,
  accept,
  side,
}: EditorProps & { accept: string; side: number }) {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState('')
  const ids = fileIdsOf(value)
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
          <img src={tools.fileUrl(fileId)} alt="" width={side} height={side} />
        </button>
      ))}
      <input
        id={id}
        type="file"
        accept={accept}
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

/** The face of a field that holds stored files: thumbnails that open, and a way to add and take away. */
export const fileListFace = ({ accept, thumb, alt, width = 120, ...look }: FileListOptions): FieldTypeForWeb =>
  defineWebFace({
    pictureOf: (value) => fileIdsOf(value)[0] ?? null,
    ...look,
    width,
    Display: ({ value, tools }) => (
      <span className="row g4">
        {fileIdsOf(value).map((id) => (
          <a key={id} href={tools.fileUrl(id)} target="_blank" rel="noopener noreferrer">
            <img src={tools.fileUrl(id)} alt={alt[tools.locale]} height={thumb.show} />
          </a>
        ))}
      </span>
    ),
    Editor: (props) => <FileListEditor {...props} accept={accept} side={thumb.edit} />,
  })
