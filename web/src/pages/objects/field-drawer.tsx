import { useId, useState } from 'react'
import { ArrowDown, ArrowUp, EyeOff, Plus, Undo2 } from 'lucide-react'
import type { Field, ObjectType } from '@jieli/core'
import type { Option } from '@jieli/core/fields/option'
import { useEditField, type FieldEdit } from '../../data/fields.ts'
import { useObject } from '../../data/meta.ts'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { adminMessages } from '../../i18n/messages/admin-messages.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { Switch } from '../../parts/admin-page/switch.tsx'
import { ConditionField } from '../../parts/conditions/condition-field.tsx'
import { showFailure, showToast } from '../../parts/toast/toast-store.ts'
import type { Settings } from './field-settings/settings-editor.ts'
import { isFilledByPlatform, settingsEditorOf } from './field-settings/settings-editors.ts'
import { hasOptionList } from './new-field-drawer.tsx'
import { hasTwins, mostOptions, withNewOption } from './option-lines.ts'
import { useTypeLabel } from './type-cards.tsx'
import { canBeUnique } from './can-be-unique.ts'
import { UniquePart, useUniqueCheck } from './unique-part.tsx'

const swapped = (options: Option[], at: number, to: number): Option[] => {
  const next = options.toSpliced(at, 1)
  const option = options[at]
  return option ? next.toSpliced(to, 0, option) : options
}

/** Renaming an option changes a word, not a record; one that is no longer offered stays where it was chosen. */
function OptionsEditor({ options, onChange }: { options: Option[]; onChange(next: Option[]): void }) {
  const text = useText(objectsMessages)
  const admin = useText(adminMessages)
  const [added, setAdded] = useState('')
  const set = (at: number, more: Partial<Option>): void =>
    onChange(options.map((option, index) => (index === at ? { ...option, ...more } : option)))
  const setArchived = (at: number, isArchived: boolean): void =>
    onChange(
      options.map((option, index) => {
        if (index !== at) return option
        const { archived: _before, ...rest } = option
        return isArchived ? { ...rest, archived: true } : rest
      }),
    )
  const add = (): void => {
    onChange(withNewOption(options, added))
    setAdded('')
  }
  return (
    <>
      <ul className="option-list">
        {options.map((option, at) => {
          const name = option.label['zh-CN']
          return (
            <li key={option.id} className={option.archived ? 'off' : ''}>
              <input
                className="inp"
                aria-label={name}
                maxLength={80}
                value={name}
                onChange={(event) => set(at, { label: { ...option.label, 'zh-CN': event.target.value } })}
              />
              {option.archived && <span className="t3 f12 nw">{text('archived')}</span>}
              <button
                type="button"
                className="btn xs ghost icon"
                disabled={at === 0}
                aria-label={admin('moveUp', { name })}
                onClick={() => onChange(swapped(options, at, at - 1))}
              >
                <ArrowUp size={14} />
              </button>
              <button
                type="button"
                className="btn xs ghost icon"
                disabled={at === options.length - 1}
                aria-label={admin('moveDown', { name })}
                onClick={() => onChange(swapped(options, at, at + 1))}
              >
                <ArrowDown size={14} />
              </button>
              <button
                type="button"
                className="btn xs ghost icon"
                aria-label={text(option.archived ? 'optionRestore' : 'optionArchive', { name })}
                onClick={() => setArchived(at, !option.archived)}
              >
                {option.archived ? <Undo2 size={14} /> : <EyeOff size={14} />}
              </button>
            </li>
          )
        })}
      </ul>
      <div className="row g8">
        <input
          className="inp"
          aria-label={text('optionAdd')}
          placeholder={text('optionAdd')}
          value={added}
          onChange={(event) => setAdded(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
              event.preventDefault()
              add()
            }
          }}
        />
        <button type="button" className="btn" disabled={added.trim() === ''} onClick={add}>
          <Plus size={14} aria-hidden="true" />
          {admin('add')}
        </button>
      </div>
      {options.length > mostOptions && (
        <p className="field-note err" role="alert">
          {text('tooManyOptions', { n: options.length, max: mostOptions })}
        </p>
      )}
      {hasTwins(options) && (
        <p className="field-note err" role="alert">
          {text('twice')}
        </p>
      )}
    </>
  )
}

interface FieldDrawerProps {
  object: ObjectType
  field: Field
  /** Opens what touches the values: another type, merged options, deletion. */
  onDo(what: 'type' | 'merge' | 'split' | 'remove'): void
  onClose(): void
}

/** What of a field may change without touching what is stored, and the doors to what does. */
export function FieldDrawer({ object, field, onDo, onClose }: FieldDrawerProps) {
  const text = useText(objectsMessages)
  const admin = useText(adminMessages)
  const life = useText(fieldLifeMessages)
  const splitText = useText(splitMessages)
  const label = useLabel()
  const typeLabel = useTypeLabel()
  const id = useId()
  const [name, setName] = useState(field.label['zh-CN'])
  const [english, setEnglish] = useState(field.label.en ?? '')
  const [help, setHelp] = useState(field.help?.['zh-CN'] ?? '')
  const [required, setRequired] = useState(field.required)
  const [requiredWhen, setRequiredWhen] = useState(field.requiredWhen ?? null)
  const [options, setOptions] = useState(() => (hasOptionList(field.type) ? (field.settings['options'] as Option[]) : []))
  const [settings, setSettings] = useState<Settings>(field.settings)
  const [unique, setUnique] = useState(field.unique ?? false)
  const uniqueCheck = useUniqueCheck(object.name, field, unique)
  const meta = useObject(object.name)
  const editor = settingsEditorOf(field.type)
  const edit = useEditField()
  const isFixed = field.readOnly || field.identifies || object.stageField === field.name || object.titleField === field.name
  const isReady =
    name.trim() !== '' &&
    uniqueCheck.isReady &&
    (!editor || editor.isReady(settings)) &&
    !hasTwins(options) &&
    options.length <= mostOptions &&
    options.every((option) => option.label['zh-CN'].trim() !== '')
  const change = (): FieldEdit => ({
    label: { 'zh-CN': name.trim(), ...(english.trim() ? { en: english.trim() } : {}) },
    required,
    requiredWhen: required ? null : requiredWhen,
    ...(help.trim() ? { help: { ...field.help, 'zh-CN': help.trim() } } : {}),
    ...(hasOptionList(field.type) ? { settings: { ...field.settings, options } } : {}),
    ...(editor ? { settings } : {}),
    ...(unique === (field.unique ?? false) ? {} : { unique }),
  })
  const save = (): void =>
    edit.mutate(
      { object: object.name, name: field.name, edit: change() },
      {
        onError: showFailure,
        onSuccess: () => {
          showToast({ tone: 'ok', text: text('saved', { name: name.trim() }) })
          onClose()
        },
      },
    )
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
          <button type="button" className="btn pri" disabled={!isReady || edit.isPending} onClick={save}>
            {admin('save')}
          </button>
        </>
      }
    >
      <DrawerPart title={text('field')} note={text('editNote')}>
        <div className="pair">
          <div className="field">
            <label htmlFor={`${id}-name`}>{text('label')}</label>
            <input
              id={`${id}-name`}
              className="inp"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          </div>
          <div className="field">
            <label htmlFor={`${id}-en`}>{text('labelEnglish')}</label>
            <input
              id={`${id}-en`}
              className="inp"
              maxLength={120}
              value={english}
              onChange={(event) => setEnglish(event.target.value)}
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
            value={help}
            onChange={(event) => setHelp(event.target.value)}
          />
        </div>
        {!field.readOnly && !isFilledByPlatform(field.type) && (
          <>
            <Switch checked={required} label={text('required')} onChange={setRequired} />
            {!required && meta && (
              <ConditionField
                title={text('requiredWhen')}
                none={text('requiredNever')}
                object={meta}
                value={requiredWhen ?? undefined}
                onChange={(next) => setRequiredWhen(next ?? null)}
              />
            )}
          </>
        )}
      </DrawerPart>
      {canBeUnique(field) && (
        <DrawerPart title={text('rules')}>
          <UniquePart object={object.name} field={field} checked={unique} check={uniqueCheck} onChange={setUnique} />
        </DrawerPart>
      )}
      {editor && meta && (
        <DrawerPart title={typeLabel(field.type)}>
          <editor.Editor object={meta} settings={settings} onChange={setSettings} />
        </DrawerPart>
      )}
      {hasOptionList(field.type) && (
        <DrawerPart title={text('options')} note={text('optionCount', { n: options.length })}>
          <OptionsEditor options={options} onChange={setOptions} />
          <div className="row g8">
            {options.length > 1 && (
              <button type="button" className="btn sm" onClick={() => onDo('merge')}>
                {life('merge')}
              </button>
            )}
            {options.length > 0 && (
              <button type="button" className="btn sm" onClick={() => onDo('split')}>
                {splitText('split')}
              </button>
            )}
          </div>
        </DrawerPart>
      )}
    </Drawer>
  )
}
