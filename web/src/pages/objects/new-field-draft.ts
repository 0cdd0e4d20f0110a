import type { FieldTypeName } from '@jieli/extensions/field-types'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'
import type { NewField } from '../../data/fields.ts'
import { canBeUnique } from './can-be-unique.ts'
import type { Settings } from './field-settings/settings-editor.ts'
import { isFilledByPlatform, settingsEditorOf } from './field-settings/settings-editors.ts'

/** A field that is being thought up. */
export interface NewFieldDraft {
  type: FieldTypeName
  label: string
  help: string
  settings: Settings
  required: boolean
  sensitive: boolean
  searchable: boolean
  unique: boolean
  /** The public forms that are to ask it. */
  formIds: string[]
}

export const blankField: NewFieldDraft = {
  type: 'text',
  label: '',
  help: '',
  settings: {},
  required: false,
  sensitive: false,
  searchable: false,
  unique: false,
  formIds: [],
}

/** Another type: what was chosen stays as far as the new type knows it. */
export const withType = (draft: NewFieldDraft, type: FieldTypeName): NewFieldDraft => ({
  ...draft,
  type,
  settings: settingsEditorOf(type)?.first ?? {},
  formIds: publicInputOf(type) ? draft.formIds : [],
  required: draft.required && !isFilledByPlatform(type),
})

export const isReadyToMake = ({ type, label, settings }: NewFieldDraft): boolean =>
  label.trim() !== '' && (settingsEditorOf(type)?.isReady(settings) ?? true)

export const newFieldOf = (draft: NewFieldDraft): NewField => ({
  label: { 'zh-CN': draft.label.trim() },
  type: draft.type,
  settings: draft.settings,
  required: draft.required,
  sensitive: draft.sensitive,
  searchable: draft.searchable,
  ...(draft.unique && canBeUnique(draft) ? { unique: true } : {}),
  ...(draft.help.trim() ? { help: { 'zh-CN': draft.help.trim() } } : {}),
})
