import { useId } from 'react'
import { childFunctions, type ChildFunction, type Expression } from '@jieli/core'
import { useMeta } from '../../../data/meta.ts'
import { fieldSettingsMessages } from '../../../i18n/messages/field-settings-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { fieldTypeOf, usableInConditions } from '../../../parts/condition-builder/condition-fields.ts'
import { ConditionField } from '../../../parts/conditions/condition-field.tsx'
import { useFormulaVocabulary } from '../../../parts/formula-editor/use-formula-vocabulary.ts'
import { ResultChoice } from './result-choice.tsx'
import type { Settings, SettingsEditor, SettingsProps } from './settings-editor.ts'

const ofNumbers: readonly ChildFunction[] = ['sum', 'avg']
const ofFields: readonly ChildFunction[] = ['sum', 'avg', 'min', 'max']
const comparable: readonly string[] = ['number', 'date', 'instant']

/** Without what the figure does not ask for: a count has no field, and a missing condition is not there at all. */
const tidy = ({ of, where, ...rest }: Settings): Settings => ({
  ...rest,
  ...(of && ofFields.includes(rest['fn'] as ChildFunction) ? { of } : {}),
  ...(where ? { where } : {}),
})

/** Which records are counted, what is reckoned of them, and which of them count. */
function RollupSettings({ object, settings, onChange }: SettingsProps) {
  const text = useText(fieldSettingsMessages)
  const label = useLabel()
  const id = useId()
  const { objects } = useMeta()
  const { kinds } = useFormulaVocabulary(object)
  const fn = settings['fn'] as ChildFunction
  const over = String(settings['over'])
  const child = objects.find(({ name }) => name === over.split('.')[0])
  const kindOf = (type: string): string => fieldTypeOf(type)?.valueType ?? 'any'
  const fields = (child?.fields ?? []).filter(
    (field) =>
      usableInConditions(field) &&
      (ofNumbers.includes(fn) ? ['number'] : comparable).some((kind) => kind === kindOf(field.type)),
  )
  /** A sum of money is money. */
  const shownLike = (name: string): Settings => {
    const type = fields.find((field) => field.name === name)?.type
    return ofNumbers.includes(fn) ? { result: type === 'money' || type === 'percent' ? type : 'number' } : {}
  }
  if (kinds.length === 0) return <p className="hint">{text('noChildren', { object: label(object.label) })}</p>
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-over`}>{text('over')}</label>
        <select
          id={`${id}-over`}
          className="inp"
          value={over}
          onChange={(event) => onChange(tidy({ ...settings, over: event.target.value, of: undefined, where: undefined }))}
        >
          <option value="">{text('choose')}</option>
          {kinds.map((kind) => (
            <option key={kind.over} value={kind.over}>
              {label(kind.label)}
            </option>
          ))}
        </select>
      </div>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-fn`}>{text('figure')}</label>
          <select
            id={`${id}-fn`}
            className="inp"
            value={fn}
            onChange={(event) => onChange(tidy({ ...settings, fn: event.target.value, of: undefined }))}
          >
            {childFunctions.map((one) => (
              <option key={one} value={one}>
                {text(one)}
              </option>
            ))}
          </select>
        </div>
        {ofFields.includes(fn) && (
          <div className="field">
            <label htmlFor={`${id}-of`}>{text('of')}</label>
            <select
              id={`${id}-of`}
              className="inp"
              disabled={!child}
              value={String(settings['of'] ?? '')}
              onChange={(event) => onChange(tidy({ ...settings, of: event.target.value, ...shownLike(event.target.value) }))}
            >
              <option value="">{text('choose')}</option>
              {fields.map((field) => (
                <option key={field.name} value={field.name}>
                  {label(field.label)}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {ofNumbers.includes(fn) && (
        <ResultChoice results={['number', 'money', 'percent']} settings={settings} onChange={onChange} />
      )}
      {child && (
        <ConditionField
          key={over}
          title={text('which', { object: label(child.label) })}
          object={child}
          value={settings['where'] as Expression | undefined}
          onChange={(where) => onChange(tidy({ ...settings, where }))}
        />
      )}
    </>
  )
}

export const rollupSettings: SettingsEditor = {
  first: { over: '', fn: 'count', result: 'number', scale: 2 },
  isReady: ({ over, fn, of, where }) =>
    Boolean(over) && (!ofFields.includes(fn as ChildFunction) || Boolean(of)) && (fn !== 'all' || where !== undefined),
  Editor: RollupSettings,
}
