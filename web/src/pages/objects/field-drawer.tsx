import { useId } from 'react'
import type { Field, ObjectType } from '@jieli/core'
import { useObject } from '../../data/meta.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { ConditionField } from '../../parts/conditions/condition-field.tsx'
import { canBeUnique } from './can-be-unique.ts'
import { isFilledByPlatform } from './field-settings/settings-editors.ts'
import { useTypeLabel } from './type-cards.tsx'
import { UniquePart } from './unique-part.tsx'
import { useFieldEdit, type FieldEditing } from './use-field-edit.ts'

interface FieldDrawerProps {
  object: ObjectType
  field: Field
  /** Opens what touches the values: another type, merged options, deletion. */
  onDo(what: 'type' | 'merge' | 'split' | 'remove'): void
  onClose(): void
}

function Names({ editing: { draft, set } }: { editing: FieldEditing }) {
  const text = useText(objectsMessages)
  const id = useId()
  return (
    <>
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}-name`}>{text('label')}</label>
          <input
            id={`${id}-name`}
            className="inp"
            maxLength={80}
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-en`}>{text('labelEnglish')}</label>
          <input
            id={`${id}-en`}
            className="inp"
            maxLength={120}
            value={draft.english}
            onChange={(event) => set({ english: event.target.value })}
          />
        </div>
      </div>
      <div className="field">
        <label htmlFor={`${id}-help`}>{text('help')}</label>
        <input
          id={`${id}-help`}
          className="inp"
          maxLength={80}
          placeholder={text('helpHint')}
          value={draft.help}
          onChange={(event) => set({ help: event.target.value })}
        />
      </div>
    </>
  )
}

/** Always, or when a condition holds: what is always required needs no condition. */
function Required({ object, editing: { draft, set } }: { object: string; editing: FieldEditing }) {
  const text = useText(objectsMessages)
  const meta = useObject(object)
  return (
    <>
      <Switch checked={draft.required} label={text('required')} onChange={(required) => set({ required })} />
      {!draft.required && meta && (
        <ConditionField
          title={text('requiredWhen')}
          none={text('requiredNever')}
          object={meta}
          value={draft.requiredWhen ?? undefined}
          onChange={(next) => set({ requiredWhen: next ?? null })}
        />
      )}
    </>
  )
}

function TypePart({
  object,
  field,
  editing,
  onDo,
}: Pick<FieldDrawerProps, 'object' | 'field' | 'onDo'> & { editing: FieldEditing }) {
  const life = useText(fieldLifeMessages)
  const splitText = useText(splitMessages)
  const typeLabel = useTypeLabel()
  const meta = useObject(object.name)
  const { draft, set, editor } = editing
  if (!editor || !meta) return null
  const offers = editor.offers?.(draft.settings) ?? []
  return (
    <DrawerPart title={typeLabel(field.type)}>
      <editor.Editor object={meta} settings={draft.settings} isNew={false} onChange={(settings) => set({ settings })} />
      {offers.length > 0 && (
        <div className="row g8">
          {offers.map((what) => (
            <button key={what} type="button" className="btn sm" onClick={() => onDo(what)}>
              {what === 'merge' ? life('merge') : splitText('split')}
            </button>
          ))}
        </div>
      )}
    </DrawerPart>
  )
}

/** What of a field may change without touching what is stored, and the doors to what does. */
export function FieldDrawer({ object, field, onDo, onClose }: FieldDrawerProps) {
  const text = useText(objectsMessages)
  const admin = useText(adminMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  const typeLabel = useTypeLabel()
  const editing = useFieldEdit(object.name, field, onClose)
  const isFixed = field.readOnly || field.identifies || object.stageField === field.name || object.titleField === field.name
  return (
    <Drawer
      title={label(field.label)}
      beside={
        <span className="t3 f13 nw">
          {typeLabel(field.type)} · <span className="code">{field.name}</span>
        </span>
      }
      onClose={onClose}
      footer={
        <>
          {!isFixed && (
            <>
              <button type="button" className="btn ghost danger" onClick={() => onDo('remove')}>
                {life('remove')}
              </button>
              <button type="button" className="btn" onClick={() => onDo('type')}>
                {life('changeType')}
              </button>
            </>
          )}
          <span className="sp" />
          <button type="button" className="btn pri" disabled={!editing.isReady || editing.isSaving} onClick={editing.save}>
            {admin('save')}
          </button>
        </>
      }
    >
      <DrawerPart title={text('field')} note={text('editNote')}>
        <Names editing={editing} />
        {!field.readOnly && !isFilledByPlatform(field.type) && <Required object={object.name} editing={editing} />}
      </DrawerPart>
      {canBeUnique(field) && (
        <DrawerPart title={text('rules')}>
          <UniquePart
            object={object.name}
            field={field}
            checked={editing.draft.unique}
            check={editing.uniqueCheck}
            onChange={(unique) => editing.set({ unique })}
          />
        </DrawerPart>
      )}
      <TypePart object={object} field={field} editing={editing} onDo={onDo} />
    </Drawer>
  )
}
