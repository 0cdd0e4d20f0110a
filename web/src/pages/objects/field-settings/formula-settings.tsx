import type { Expression, ValueType } from '@jieli/core'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useText } from '../../../i18n/use-text.ts'
import { FormulaEditor } from '../../../parts/formula-editor/formula-editor.tsx'
import { ResultChoice } from './result-choice.tsx'
import { resultFor, resultsOf } from './results-of.ts'
import type { SettingsEditor, SettingsProps } from './settings-editor.ts'

/** What is written decides what it may be shown as; an expression that cannot be read is told to nobody. */
function FormulaSettings({ object, settings, onChange }: SettingsProps) {
  const text = useText(fieldSettingsMessages)
  const change = (expression: Expression | null | undefined, type: ValueType): void => {
    const { expression: _before, ...rest } = settings
    onChange(expression ? { ...rest, expression, result: resultFor(type, settings['result']) } : rest)
  }
  return (
    <>
      <div className="field">
        <span className="field-title">{text('formula')}</span>
        <FormulaEditor object={object} value={settings['expression'] as Expression | undefined} onChange={change} />
      </div>
      <ResultChoice results={resultsOf(settings['result'])} settings={settings} onChange={onChange} />
    </>
  )
}

export const formulaSettings: SettingsEditor = {
  first: { result: 'number', scale: 2 },
  isReady: (settings) => settings['expression'] !== undefined,
  Editor: FormulaSettings,
}
