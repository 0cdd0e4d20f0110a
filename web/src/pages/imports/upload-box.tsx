import { useRef, useState } from 'react'
import { FileUp } from 'lucide-react'
import { importsMessages } from '../../i18n/messages/imports-messages.ts'
import { useText } from '../../i18n/use-text.ts'

const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file by dragging, choosing or pasting. */
export function UploadBox({ busyWith, onFile }: { busyWith: string | null; onFile(file: File): void }) {
  const text = useText(importsMessages)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file && busyWith === null) onFile(file)
  }
  return (
    <div
      className={`upload${isOver ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
      onPaste={(event) => take(event.clipboardData.files)}
    >
      <FileUp size={24} className="t3" aria-hidden="true" />
      <b aria-live="polite">{busyWith === null ? text('drop') : text('reading', { name: busyWith })}</b>
      <p className="hint">{text('dropNote')}</p>
      <input
        ref={input}
        type="file"
        accept={accepted}
        hidden
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <button type="button" className="btn pri" disabled={busyWith !== null} onClick={() => input.current?.click()}>
        {text('choose')}
      </button>
    </div>
  )
}
