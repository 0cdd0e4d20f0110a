import { useEffect, useId, useRef, useState } from 'react'
import type { ObjectType } from '@jieli/core'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'
import { useObject } from '../../data/meta.ts'
import { fieldSettingsMessages } from '../../i18n/messages/field-settings-messages.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { canBeUnique } from './can-be-unique.ts'
import { fillingNoteOf, isFilledByPlatform, settingsEditorOf } from './field-settings/settings-editors.ts'
import { blankField, isReadyToMake, withType, type NewFieldDraft } from './new-field-draft.ts'
import { TypeCards } from './type-cards.tsx'
import { useMakeField } from './use-make-field.ts'

interface DraftProps {
  draft: NewFieldDraft
  set(more: Partial<NewFieldDraft>): void
}

function NamePart({ draft, set }: DraftProps) {
  const text = useText(objectsMessages)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{text('label')}</label>
      <input
        id={id}
        className="inp"
        autoFocus
        maxLength={80}
        placeholder={text('labelHint')}
        value={draft.label}
        onChange={(event) => set({ label: event.target.value })}
      />
    </div>
  )
}

/** What the chosen type asks: its options, what it points to, its formula. */
function TypePart({ object, draft, set }: DraftProps & { object: string }) {
  const below = useRef<HTMLDivElement>(null)
  // The cards fill a phone: what the chosen kind asks would stand unseen below them.
  useEffect(() => {
    if (draft.type !== blankField.type) below.current?.scrollIntoView({ block: 'center' })
  }, [draft.type])
  const meta = useObject(object)
  const editor = settingsEditorOf(draft.type)
  return (
    <div ref={below} className="field-asks">
      {editor && meta && (
        <editor.Editor
          key={draft.type}
          object={meta}
          settings={draft.settings}
          isNew
          onChange={(settings) => set({ settings })}
        />
      )}
    </div>
  )
}

function RulesPart({ draft, set }: DraftProps) {
  const text = useText(objectsMessages)
  const words = useText(fieldSettingsMessages)
  const id = useId()
  const isAsked = !isFilledByPlatform(draft.type)
  const fillingNote = fillingNoteOf(draft.type)
  const rules = (['required', 'unique', 'sensitive', 'searchable'] as const).filter((rule) =>
    rule === 'unique' ? canBeUnique(draft) : isAsked || rule === 'sensitive',
  )
  return (
    <DrawerPart title={text('rules')}>
      {fillingNote && <p className="hint">{words(fillingNote)}</p>}
      {rules.map((rule) => (
        <div key={rule} className="row g8 wrap">
          <Switch checked={draft[rule]} label={text(rule)} onChange={(on) => set({ [rule]: on })} />
          <span className="t3 f12">{text(`${rule}Note`)}</span>
        </div>
      ))}
      <div className="field">
        <label htmlFor={id}>{text('help')}</label>
        <input
          id={id}
          className="inp"
          maxLength={80}
          placeholder={text('helpHint')}
          value={draft.help}
          onChange={(event) => set({ help: event.target.value })}
        />
      </div>
    </DrawerPart>
  )
}

/** A field in three glances: what kind, what it is called, where it is asked. */
export function NewFieldDrawer({ object, onClose }: { object: ObjectType; onClose(): void }) {
  const text = useText(objectsMessages)
  const label = useLabel()
  const id = useId()
  const [draft, setDraft] = useState(blankField)
  const { forms, make, isMaking } = useMakeField(object, onClose)
  const set = (more: Partial<NewFieldDraft>): void => setDraft({ ...draft, ...more })
  const isReady = isReadyToMake(draft)
  return (
    <Drawer
      title={`${label(object.label)} · ${text('addField')}`}
      onClose={onClose}
      footer={
        <button type="submit" form={id} className="btn pri" disabled={!isReady || isMaking}>
          {text('create')}
        </button>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) make(draft)
        }}
      >
        <DrawerPart title={text('field')}>
          <NamePart draft={draft} set={set} />
          <TypeCards value={draft.type} onChange={(type) => setDraft(withType(draft, type))} />
          <TypePart object={object.name} draft={draft} set={set} />
        </DrawerPart>
        {publicInputOf(draft.type) && forms.length > 0 && (
          <DrawerPart title={text('forms')}>
            <ManyPicker
              label={text('forms')}
              placeholder={text('formsHint')}
              choices={forms.map(({ item }) => ({ id: item.id, title: label(item.title), note: `/f/${item.id}` }))}
              value={draft.formIds}
              onChange={(formIds) => set({ formIds })}
            />
          </DrawerPart>
        )}
        <RulesPart draft={draft} set={set} />
      </form>
    </Drawer>
  )
}
