import { useId } from 'react'
import type { Expression, Label, Layout, LayoutPart, PlacedField } from '@jieli/core'
import { fieldOf, useMeta } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { ConditionField } from '../../parts/conditions/condition-field.tsx'
import type { Chosen } from './layout-canvas.tsx'
import { changeField, changePart, placeable, sectionsOf } from './layout-draft.ts'

interface SettingsProps {
  layout: Layout
  object: ObjectMeta
  chosen: Chosen
  onChange(next: Layout): void
}

/** What may be set of the field or part that was chosen; of the layout itself when nothing is. */
export function LayoutSettings({ layout, object, chosen, onChange }: SettingsProps) {
  if (chosen && 'field' in chosen) {
    const placed = sectionsOf(layout)
      .flatMap(({ fields }) => fields)
      .find(({ field }) => field === chosen.field)
    if (placed)
      return (
        <FieldSettings
          key={chosen.field}
          placed={placed}
          object={object}
          onChange={(next) => onChange(changeField(layout, chosen.field, () => next))}
        />
      )
  }
  if (chosen && 'part' in chosen) {
    const part = layout.tabs.flatMap(({ parts }) => parts).find(({ id }) => id === chosen.part)
    if (part && part.kind !== 'timeline')
      return (
        <PartSettings
          key={part.id}
          part={part}
          object={object}
          onChange={(next) => onChange(changePart(layout, part.id, () => next))}
        />
      )
  }
  return <WholeSettings layout={layout} object={object} onChange={onChange} />
}

/** A condition that is taken away is not there, rather than there and undefined. */
const withShowWhen = <T extends { showWhen?: Expression | undefined }>(before: T, showWhen: Expression | undefined): T => {
  const { showWhen: _, ...rest } = before
  return (showWhen ? { ...rest, showWhen } : rest) as T
}

function FieldSettings({
  placed,
  object,
  onChange,
}: {
  placed: PlacedField
  object: ObjectMeta
  onChange(next: PlacedField): void
}) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const field = fieldOf(object, placed.field)
  return (
    <>
      <h2 className="h2">{field ? label(field.label) : placed.field}</h2>
      <Switch checked={placed.wide} label={text('wide')} onChange={(wide) => onChange({ ...placed, wide })} />
      <ConditionField
        title={text('showWhen')}
        object={object}
        value={placed.showWhen}
        onChange={(showWhen) => onChange(withShowWhen(placed, showWhen))}
      />
    </>
  )
}

function LabelInput({ title, value, onChange }: { title: string; value: Label | undefined; onChange(next: Label): void }) {
  const id = useId()
  const text = useText(layoutsMessages)
  const zh = value?.['zh-CN'] ?? ''
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{title}</label>
        <input
          id={id}
          className="inp"
          maxLength={40}
          value={zh}
          onChange={(event) => onChange({ ...value, 'zh-CN': event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-en`}>{text('nameEnglish')}</label>
        <input
          id={`${id}-en`}
          className="inp"
          maxLength={60}
          value={value?.en ?? ''}
          onChange={(event) => onChange({ 'zh-CN': zh, ...(event.target.value === '' ? {} : { en: event.target.value }) })}
        />
      </div>
    </>
  )
}

type Settable = Exclude<LayoutPart, { kind: 'timeline' }>

function PartSettings({ part, object, onChange }: { part: Settable; object: ObjectMeta; onChange(next: Settable): void }) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const related = part.kind === 'related' ? objects.find(({ name }) => name === part.object) : undefined
  return (
    <>
      <h2 className="h2">{text(part.kind)}</h2>
      <LabelInput
        title={text('name')}
        value={part.label ?? related?.label}
        onChange={(next) => onChange({ ...part, label: next })}
      />
      {part.kind === 'section' ? (
        <>
          <div className="field">
            <span className="field-title">{text('columns')}</span>
            <div className="seg" role="radiogroup" aria-label={text('columns')}>
              {([1, 2, 3] as const).map((columns) => (
                <button
                  key={columns}
                  type="button"
                  role="radio"
                  aria-checked={part.columns === columns}
                  onClick={() => onChange({ ...part, columns })}
                >
                  {columns}
                </button>
              ))}
            </div>
          </div>
          <Switch checked={part.folded} label={text('folded')} onChange={(folded) => onChange({ ...part, folded })} />
          <ConditionField
            title={text('showWhen')}
            object={object}
            value={part.showWhen}
            onChange={(showWhen) => onChange(withShowWhen(part, showWhen))}
          />
        </>
      ) : (
        <div className="field">
          <span className="field-title">{text('relatedColumns')}</span>
          <ManyPicker
            label={text('relatedColumns')}
            placeholder={text('relatedColumnsHint')}
            choices={(related ? placeable(related) : []).map((field) => ({ id: field.name, title: label(field.label) }))}
            value={part.columns}
            onChange={(columns) => onChange({ ...part, columns: columns.slice(0, 8) })}
          />
        </div>
      )}
    </>
  )
}

function WholeSettings({ layout, object, onChange }: Omit<SettingsProps, 'chosen'>) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const { roles = [] } = useMeta()
  const fillable = object.fields.filter((field) => field.mayFill && !field.system)
  return (
    <>
      <h2 className="h2">{text('settings')}</h2>
      <p className="hint">{text('nothingChosen')}</p>
      <LabelInput title={text('layoutName')} value={layout.label} onChange={(next) => onChange({ ...layout, label: next })} />
      <div className="field">
        <span className="field-title">{text('roles')}</span>
        <ManyPicker
          label={text('roles')}
          placeholder={text('rolesHint')}
          choices={roles.map((role) => ({ id: role.id, title: label(role.label) }))}
          value={layout.roles}
          onChange={(next) => onChange({ ...layout, roles: next })}
        />
      </div>
      <div className="field">
        <span className="field-title">{text('form')}</span>
        <ManyPicker
          label={text('formChoose')}
          placeholder={text('formHint')}
          choices={fillable.map((field) => ({ id: field.name, title: label(field.label) }))}
          value={layout.form.map(({ field }) => field)}
          onChange={(names) =>
            onChange({
              ...layout,
              form: names.map((field) => layout.form.find((one) => one.field === field) ?? { field, wide: false }),
            })
          }
        />
      </div>
    </>
  )
}
