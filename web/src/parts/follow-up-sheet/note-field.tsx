import { Mic } from 'lucide-react'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { useDictation } from './use-dictation.ts'

/** What was said, typed or spoken where the browser can listen. */
export function NoteField({ value, onChange }: { value: string; onChange(note: string): void }) {
  const text = useText(followUpMessages)
  const dictation = useDictation(onChange)
  return (
    <>
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
          value={value}
          onChange={(event) => onChange(event.target.value)}
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
    </>
  )
}
