import { useId } from 'react'
import { civilDate } from '@jieli/core'
import { isPattern, writeNumber } from '@jieli/extensions/field-types/auto-number/pattern.ts'
import { useMe } from '../../../data/session.ts'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { useNow } from '../../../parts/use-now.ts'
import type { SettingsEditor, SettingsProps } from './settings-editor.ts'

const usual = ['{0000}', '{yyyyMM}-{0000}', '{yyyyMMdd}-{000}'] as const

/** The pattern of the numbers, and the first one as it will stand on a record made today. */
function AutoNumberSettings({ settings, onChange }: SettingsProps) {
  const text = useText(fieldSettingsMessages)
  const id = useId()
  const { workspace } = useMe()
  const today = civilDate(useNow(), workspace.timeZone)
  const pattern = String(settings['pattern'])
  const isSound = isPattern(pattern)
  return (
    <div className="field">
      <label htmlFor={id}>{text('pattern')}</label>
      <input
        id={id}
        className="inp code"
        maxLength={60}
        value={pattern}
        aria-invalid={!isSound}
        aria-describedby={`${id}-note`}
        onChange={(event) => onChange({ pattern: event.target.value })}
      />
      <span id={`${id}-note`} className={`field-note${isSound ? '' : ' err'}`} role="status">
        {isSound ? text('firstNumber', { number: writeNumber(pattern, today, 1) }) : text('patternWrong')}
      </span>
      <span className="row g8 wrap">
        {usual.map((one) => (
          <button key={one} type="button" className="btn xs" onClick={() => onChange({ pattern: one })}>
            {writeNumber(one, today, 1)}
          </button>
        ))}
      </span>
    </div>
  )
}

export const autoNumberSettings: SettingsEditor = {
  first: { pattern: '{yyyyMM}-{0000}' },
  isReady: ({ pattern }) => isPattern(String(pattern)),
  Editor: AutoNumberSettings,
}
