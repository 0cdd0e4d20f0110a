import { useId } from 'react'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useTypeLabel } from '../type-cards.tsx'
import type { Settings } from './settings-editor.ts'

interface ResultChoiceProps {
  results: readonly string[]
  settings: Settings
  onChange(next: Settings): void
}

const hasScale = (result: unknown): boolean => result === 'number' || result === 'percent'

/** What a worked out value looks like, and with how many decimal places. */
export function ResultChoice({ results, settings, onChange }: ResultChoiceProps) {
  const text = useText(fieldSettingsMessages)
  const typeLabel = useTypeLabel()
  const id = useId()
  return (
    <div className="pair">
      <div className="field">
        <label htmlFor={`${id}-result`}>{text('result')}</label>
        <select
          id={`${id}-result`}
          className="inp"
          value={String(settings['result'])}
          onChange={(event) => onChange({ ...settings, result: event.target.value })}
        >
          {results.map((result) => (
            <option key={result} value={result}>
              {typeLabel(result)}
            </option>
          ))}
        </select>
      </div>
      {hasScale(settings['result']) && (
        <div className="field">
          <label htmlFor={`${id}-scale`}>{text('scale')}</label>
          <select
            id={`${id}-scale`}
            className="inp"
            value={String(settings['scale'] ?? 2)}
            onChange={(event) => onChange({ ...settings, scale: Number(event.target.value) })}
          >
            {[0, 1, 2, 3, 4].map((places) => (
              <option key={places} value={places}>
                {places}
              </option>
            ))}
          </select>
        </div>
      )}
    </div>
  )
}
