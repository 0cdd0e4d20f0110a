import { useEffect, useId, useRef, useState } from 'react'
import type { ObjectType } from '@jieli/core'
import type { FieldTypeName } from '@jieli/extensions/field-types'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'
import { useConfig, useSaveConfig, type ConfigEntry } from '../../data/config.ts'
import { useAddField, type NewField } from '../../data/fields.ts'
import { useObject } from '../../data/meta.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { ManyPicker } from '../../parts/admin-page/many-picker.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import { fieldSettingsMessages } from '../../i18n/messages/field-settings-messages.ts'
import type { Settings } from './field-settings/settings-editor.ts'
import { isFilledByPlatform, settingsEditorOf } from './field-settings/settings-editors.ts'
import { hasTwins, mostOptions, optionsFromLines } from './option-lines.ts'
import { canBeUnique } from './can-be-unique.ts'
import { TypeCards } from './type-cards.tsx'

interface Draft {
  type: FieldTypeName
  label: string
  help: string
  options: string
  target: string
  /** Of types that have an editor of their own. */
  settings: Settings
  required: boolean
  sensitive: boolean
  searchable: boolean
  unique: boolean
  formIds: string[]
}
const blank: Draft = {
  type: 'text',
  label: '',
  help: '',
  options: '',
  target: 'contact',
  settings: {},
  required: false,
  sensitive: false,
  searchable: false,
  unique: false,
  formIds: [],
}
export const hasOptionList = (type: string): boolean => type === 'select' || type === 'multi-select'

const asksForTarget = (type: string): boolean => type === 'relation' || type === 'relations'

const settingsOf = ({ type, options, target, settings }: Draft): Record<string, unknown> =>
  hasOptionList(type) ? { options: optionsFromLines(options) } : asksForTarget(type) ? { object: target } : settings

const fieldOf = (draft: Draft): NewField => ({
  label: { 'zh-CN': draft.label.trim() },
  type: draft.type,
  settings: settingsOf(draft),
  required: draft.required,
  sensitive: draft.sensitive,
  searchable: draft.searchable,
  ...(draft.unique && canBeUnique(draft) ? { unique: true } : {}),
  ...(draft.help.trim() ? { help: { 'zh-CN': draft.help.trim() } } : {}),
})

/** Puts the field at the end of the chosen forms. */
const useAddToForms = () => {
  const save = useSaveConfig('form')
  return (entries: ConfigEntry<'form'>[], name: string, required: boolean) =>
    Promise.all(
      entries.map(({ item, rev }) =>
        save.mutateAsync({ id: item.id, rev, item: { ...item, fields: [...item.fields, { name, required }] } }),
      ),
    )
}

/** A field in three glances: what kind, what it is called, where it is asked. */
export function NewFieldDrawer({ object, objects, onClose }: { object: ObjectType; objects: ObjectType[]; onClose(): void }) {
  const text = useText(objectsMessages)
  const words = useText(fieldSettingsMessages)
  const label = useLabel()
  const id = useId()
  const [draft, setDraft] = useState(blank)
  const below = useRef<HTMLDivElement>(null)
  // The cards fill a phone: what the chosen kind asks would stand unseen below them.
  useEffect(() => {
    if (draft.type !== blank.type) below.current?.scrollIntoView({ block: 'center' })
  }, [draft.type])
  const meta = useObject(object.name)
  const forms = (useConfig('form').data ?? []).filter(({ item }) => item.object === object.name)
  const add = useAddField()
  const addToForms = useAddToForms()
  const set = (more: Partial<Draft>): void => setDraft({ ...draft, ...more })
  const needsOptions = hasOptionList(draft.type)
  const editor = settingsEditorOf(draft.type)
  const isAsked = !isFilledByPlatform(draft.type)
  const choose = (type: FieldTypeName): void =>
    set({
      type,
      settings: settingsEditorOf(type)?.first ?? {},
      formIds: publicInputOf(type) ? draft.formIds : [],
      required: draft.required && !isFilledByPlatform(type),
    })
  const lines = needsOptions ? optionsFromLines(draft.options).length : 0
  const isReady =
    draft.label.trim() !== '' &&
    (!editor || editor.isReady(draft.settings)) &&
    (!needsOptions || optionsFromLines(draft.options).length > 0) &&
    lines <= mostOptions &&
    !hasTwins(optionsFromLines(draft.options))
  const create = (): void =>
    add.mutate(
      { object: object.name, field: fieldOf(draft) },
      {
        onError: showFailure,
        onSuccess: ({ field }) => {
          onClose()
          const chosen = forms.filter(({ item }) => draft.formIds.includes(item.id))
          void addToForms(chosen, field.name, draft.required).then(
            () =>
              showToast({
                tone: 'ok',
                text:
                  text('createdToast', { name: label(field.label) }) +
                  (chosen.length > 0 ? text('createdForms', { n: chosen.length }) : ''),
              }),
            showFailure,
          )
        },
      },
    )
  return (
    <Drawer
      title={`${label(object.label)} · ${text('addField')}`}
      onClose={onClose}
      footer={
        <button type="submit" form={id} className="btn pri" disabled={!isReady || add.isPending}>
          {text('create')}
        </button>
      }
    >
      <form
        id={id}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) create()
        }}
      >
        <DrawerPart title={text('field')}>
          <div className="field">
            <label htmlFor={`${id}-label`}>{text('label')}</label>
            <input
              id={`${id}-label`}
              className="inp"
              autoFocus
              maxLength={80}
              placeholder={text('labelHint')}
              value={draft.label}
              onChange={(event) => set({ label: event.target.value })}
            />
          </div>
          <TypeCards value={draft.type} onChange={choose} />
          <div ref={below} className="field-asks">
            {needsOptions && (
              <div className="field">
                <label htmlFor={`${id}-options`}>
                  {text('options')} <span className="t3">{text('optionsNote')}</span>
                </label>
                <textarea
                  id={`${id}-options`}
                  className="inp"
                  rows={4}
                  placeholder={text('optionsHint')}
                  value={draft.options}
                  onChange={(event) => set({ options: event.target.value })}
                />
                {lines > 0 && (
                  <span className={`field-note${lines > mostOptions ? ' err' : ''}`} role="status">
                    {lines > mostOptions
                      ? text('tooManyOptions', { n: lines, max: mostOptions })
                      : text('optionCount', { n: lines })}
                  </span>
                )}
              </div>
            )}
            {editor && meta && (
              <editor.Editor
                key={draft.type}
                object={meta}
                settings={draft.settings}
                onChange={(settings) => set({ settings })}
              />
            )}
            {asksForTarget(draft.type) && (
              <div className="field">
                <label htmlFor={`${id}-target`}>{text('target')}</label>
                <select
                  id={`${id}-target`}
                  className="inp"
                  value={draft.target}
                  onChange={(event) => set({ target: event.target.value })}
                >
                  {objects.map((one) => (
                    <option key={one.name} value={one.name}>
                      {label(one.label)}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </div>
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
        <DrawerPart title={text('rules')}>
          {!isAsked && <p className="hint">{words('platformFills')}</p>}
          {(['required', 'unique', 'sensitive', 'searchable'] as const)
            .filter((key) => (key === 'unique' ? canBeUnique(draft) : isAsked || key === 'sensitive'))
            .map((key) => (
              <div key={key} className="row g8 wrap">
                <Switch checked={draft[key]} label={text(key)} onChange={(on) => set({ [key]: on })} />
                <span className="t3 f12">{text(`${key}Note`)}</span>
              </div>
            ))}
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
        </DrawerPart>
      </form>
    </Drawer>
  )
}
