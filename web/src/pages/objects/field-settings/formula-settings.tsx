import { asPoints, asShare, type Expression, type ValueType } from '@jieli/core'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { FormulaEditor } from '../../../parts/formula-editor/formula-editor.tsx'
import { ResultChoice } from './result-choice.tsx'
import { resultFor, resultsOf } from './results-of.ts'
import type { Settings, SettingsEditor, SettingsProps } from './settings-editor.ts'

/**
 * What is written decides what it may be shown as; an expression that cannot be read is told to nobody. Results shown as
 * percent are kept in hundredths, while what is written speaks of shares: 毛利 / 收入 is 0.125 and shown as 12.5 %.
 */
function FormulaSettings({ object, settings, onChange }: SettingsProps) {
  const text = useText(fieldSettingsMessages)
  const written = writtenOf(settings)
  const set = (rest: Settings, expression: Expression | undefined): void =>
    onChange(expression ? { ...rest, expression: rest['result'] === 'percent' ? asPoints(expression) : expression } : rest)
  const change = (expression: Expression | null | undefined, type: ValueType): void => {
    const { expression: _before, ...rest } = settings
    if (expression) set({ ...rest, result: resultFor(type, settings['result']) }, expression)
    else set(rest, undefined)
  }
  return (
    <>
      <div className="field">
        <span className="field-title">{text('formula')}</span>
        <FormulaEditor object={object} value={written} onChange={change} />
      </div>
      <ResultChoice results={resultsOf(settings['result'])} settings={settings} onChange={(next) => set(next, written)} />
    </>
  )
}

const writtenOf = ({ expression, result }: Settings): Expression | undefined => {
  const kept = expression as Expression | undefined
  return kept && result === 'percent' ? asShare(kept) : kept
}

export const formulaSettings: SettingsEditor = {
  first: { result: 'number', scale: 2 },
  isReady: (settings) => settings['expression'] !== undefined,
  Editor: FormulaSettings,
}
