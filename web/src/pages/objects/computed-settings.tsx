import { useId, type ReactNode } from 'react'
import type { Expression } from '@jieli/core'
import { fieldTypes, type FieldTypeName } from '@jieli/extensions/field-types'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useMeta } from '../../data/meta.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FormulaEditor } from '../../parts/formula-editor/formula-editor.tsx'

type Settings = Record<string, unknown>

interface PartProps {
  object: ObjectMeta
  value: Settings
  onChange(next: Settings): void
}

const factsOf = (field: FieldMeta) => fieldTypes[field.type as FieldTypeName]
const targetOf = (field: FieldMeta): string | undefined =>
  'isRelation' in factsOf(field) ? String(field.settings['object'] ?? field.type) : undefined
const isUsable = (field: FieldMeta): boolean => !('isOpaque' in factsOf(field))

interface ChoiceProps {
  label: string
  value: string
  choices: { id: string; title: string }[]
  /** Said instead of the choice when there is nothing to choose. */
  none?: string
  onChange(id: string): void
}

function Choice({ label, value, choices, none, onChange }: ChoiceProps) {
  const text = useText(objectsMessages)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {choices.length === 0 && none ? (
        <p id={id} className="hint">
          {none}
        </p>
      ) : (
        <select id={id} className="inp" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" disabled>
            {text('choose')}
          </option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.title}
            </option>
          ))}
        </select>
      )}
    </div>
  )
}

const textAt = (value: Settings, key: string): string => (typeof value[key] === 'string' ? value[key] : '')

const results = [
  ['text', 'asText'],
  ['number', 'asNumber'],
  ['money', 'asMoney'],
  ['percent', 'asPercent'],
  ['date', 'asDate'],
  ['instant', 'asInstant'],
  ['boolean', 'asBoolean'],
] as const

/** The expression is null while what is written cannot be one. */
function FormulaSettings({ object, value, onChange }: PartProps) {
  const text = useText(objectsMessages)
  const result = results.find(([type]) => type === value['result'])?.[0] ?? 'number'
  return (
    <>
      <Choice
        label={text('shownAs')}
        value={result}
        choices={results.map(([id, title]) => ({ id, title: text(title) }))}
        onChange={(next) => onChange({ ...value, result: next })}
      />
      <FormulaEditor
        key={result}
        object={object}
        value={(value['expression'] as Expression | null | undefined) ?? undefined}
        expects={fieldTypes[result].valueType}
        onChange={(expression) => onChange({ ...value, result, expression: expression ?? null })}
      />
    </>
  )
}

function LookupSettings({ object, value, onChange }: PartProps) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const known = new Map(objects.map((one) => [one.name, one]))
  const relations = object.fields.filter((field) => known.has(targetOf(field) ?? ''))
  const relation = relations.find(({ name }) => name === value['relation'])
  const there = relation ? (known.get(targetOf(relation) ?? '')?.fields ?? []) : []
  return (
    <>
      <Choice
        label={text('through')}
        value={textAt(value, 'relation')}
        choices={relations.map((field) => ({ id: field.name, title: label(field.label) }))}
        none={text('noRelations')}
        onChange={(name) => onChange({ relation: name, field: '' })}
      />
      <Choice
        label={text('wanted')}
        value={textAt(value, 'field')}
        choices={there.filter(isUsable).map((field) => ({ id: field.name, title: label(field.label) }))}
        onChange={(name) => onChange({ ...value, field: name })}
      />
    </>
  )
}

const figures = [
  ['count', 'fnCount'],
  ['sum', 'fnSum'],
  ['avg', 'fnAvg'],
  ['min', 'fnMin'],
  ['max', 'fnMax'],
  ['any', 'fnAny'],
] as const

/** What a figure can be of, by the type of the values. */
const measurable: Record<string, readonly string[]> = {
  sum: ['number'],
  avg: ['number'],
  min: ['number', 'date', 'instant'],
  max: ['number', 'date', 'instant'],
}

function RollupSettings({ object, value, onChange }: PartProps) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const ways = objects.flatMap((child) =>
    child.fields
      .filter((field) => !field.system && targetOf(field) === object.name)
      .map((field) => ({ id: `${child.name}.${field.name}`, title: `${label(child.label)}（${label(field.label)}）` })),
  )
  const child = objects.find(({ name }) => name === textAt(value, 'over').split('.')[0])
  const fn = textAt(value, 'fn') || 'count'
  const types = measurable[fn] ?? []
  const measured = (child?.fields ?? []).filter((field) => types.includes(factsOf(field).valueType))
  return (
    <>
      <Choice
        label={text('overWhat')}
        value={textAt(value, 'over')}
        choices={ways}
        none={text('nothingPoints')}
        onChange={(over) => onChange({ over, fn })}
      />
      <Choice
        label={text('figure')}
        value={fn}
        choices={figures.map(([id, title]) => ({ id, title: text(title) }))}
        onChange={(next) => onChange({ over: value['over'], fn: next })}
      />
      {types.length > 0 && (
        <Choice
          label={text('figureOf')}
          value={textAt(value, 'of')}
          choices={measured.map((field) => ({ id: field.name, title: label(field.label) }))}
          onChange={(of) => onChange({ ...value, of, ...shownLike(measured.find(({ name }) => name === of)) })}
        />
      )}
    </>
  )
}

/** A sum of money is money. */
const shownLike = (field: FieldMeta | undefined): Settings =>
  field?.type === 'money' || field?.type === 'percent' ? { result: field.type } : { result: 'number' }

const autoNumber = fieldTypes['auto-number']
const isPattern = (pattern: string): boolean => autoNumber.settings.safeParse({ pattern }).success

/** A day for the example; the number itself is written when a record is made. */
const SOME_DAY = '2026-11-22'

function NumberSettings({ value, onChange }: PartProps) {
  const text = useText(objectsMessages)
  const id = useId()
  const pattern = textAt(value, 'pattern')
  const isRight = isPattern(pattern)
  return (
    <div className="field">
      <label htmlFor={id}>
        {text('pattern')} <span className="t3">{text('patternNote')}</span>
      </label>
      <input
        id={id}
        className="inp"
        maxLength={60}
        value={pattern}
        aria-invalid={!isRight}
        onChange={(event) => onChange({ pattern: event.target.value })}
      />
      <p className={isRight ? 'hint' : 'field-note err'}>
        {isRight
          ? text('patternShows', { number: autoNumber.numbering?.({ pattern }, SOME_DAY).write(1) ?? '' })
          : text('patternWrong')}
      </p>
    </div>
  )
}

interface Worked {
  begin: Settings
  isWhole(value: Settings): boolean
  Part(props: PartProps): ReactNode
}

const worked: Partial<Record<FieldTypeName, Worked>> = {
  formula: {
    begin: { result: 'number' },
    isWhole: (value) => (value['expression'] ?? null) !== null,
    Part: FormulaSettings,
  },
  lookup: {
    begin: {},
    isWhole: (value) => textAt(value, 'relation') !== '' && textAt(value, 'field') !== '',
    Part: LookupSettings,
  },
  rollup: {
    begin: { fn: 'count' },
    isWhole: (value) => textAt(value, 'over') !== '' && (!(textAt(value, 'fn') in measurable) || textAt(value, 'of') !== ''),
    Part: RollupSettings,
  },
  'auto-number': {
    begin: { pattern: '{yyyyMM}-{0000}' },
    isWhole: (value) => isPattern(textAt(value, 'pattern')),
    Part: NumberSettings,
  },
}

/** Whether a type's values are the platform's to find; what is to be set of it, and whether that is enough. */
export const workedOut = (type: string): Worked | undefined => (worked as Record<string, Worked | undefined>)[type]

/** What a field that nobody types follows from. */
export function ComputedSettings({ type, ...props }: PartProps & { type: string }) {
  const Part = workedOut(type)?.Part
  return Part ? <Part {...props} /> : null
}
