import { useRef } from 'react'
import { CalendarDays } from 'lucide-react'
import { instantForWeb } from '@jieli/extensions/field-types/instant/web.tsx'
import { useFieldTools } from '../field-value/use-field-tools.ts'
import { followUpMessages } from '../../i18n/messages/follow-up-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { dayOf, momentText } from '../../i18n/zoned-time.ts'

interface TimeChoiceProps {
  value: string | null
  presets: { at: string; label: string }[]
  timeZone: string
  onChange(at: string): void
}

/** A few days as buttons; the chosen one says the hour too. 其他 opens the device's own date picker. */
export function TimeChoice({ value, presets, timeZone, onChange }: TimeChoiceProps) {
  const text = useText(followUpMessages)
  const tools = useFieldTools()
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  const dayOfValue = value ? dayOf(value, timeZone) : ''
  const isPreset = presets.some(({ at }) => dayOf(at, timeZone) === dayOfValue)
  const { Editor } = instantForWeb
  return (
    <div className="times" role="radiogroup" aria-label={text('otherTime')} ref={box}>
      {presets.map(({ at, label }) => {
        const isOn = dayOf(at, timeZone) === dayOfValue
        return (
          <button
            key={at}
            type="button"
            role="radio"
            aria-checked={isOn}
            className={`choice${isOn ? ' wide' : ''}`}
            onClick={() => onChange(at)}
          >
            {isOn && value ? momentText(value, tools.now, { timeZone, locale }) : label}
          </button>
        )
      })}
      <label
        className={`choice${value && !isPreset ? ' wide' : ''}`}
        aria-checked={value !== null && !isPreset}
        role="radio"
        onClick={() => box.current?.querySelector<HTMLInputElement>('input')?.showPicker()}
      >
        <CalendarDays size={18} aria-hidden="true" />
        {value && !isPreset ? momentText(value, tools.now, { timeZone, locale }) : text('other')}
        <span className="time-input" aria-label={text('otherTime')}>
          <Editor
            id="other-time"
            value={value}
            settings={{}}
            tools={tools}
            onChange={(next) => typeof next === 'string' && onChange(next)}
          />
        </span>
      </label>
    </div>
  )
}
