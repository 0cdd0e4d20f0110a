import type { Expression, Field } from '@jieli/core'
import type { FieldEdit } from '../../data/fields.ts'
import type { Settings } from './field-settings/settings-editor.ts'

/** What of a field its drawer changes. */
export interface FieldDraft {
  name: string
  english: string
  help: string
  required: boolean
  requiredWhen: Expression | null
  unique: boolean
  settings: Settings
}

export const fieldDraftOf = (field: Field): FieldDraft => ({
  name: field.label['zh-CN'],
  english: field.label.en ?? '',
  help: field.help?.['zh-CN'] ?? '',
  required: field.required,
  requiredWhen: field.requiredWhen ?? null,
  unique: field.unique ?? false,
  settings: field.settings,
})

/** What to ask the server for. What was not touched is not sent: it may have been changed by somebody else meanwhile. */
export const editOf = (field: Field, draft: FieldDraft): FieldEdit => ({
  label: { 'zh-CN': draft.name.trim(), ...(draft.english.trim() ? { en: draft.english.trim() } : {}) },
  required: draft.required,
  requiredWhen: draft.required ? null : draft.requiredWhen,
  ...(draft.help.trim() ? { help: { ...field.help, 'zh-CN': draft.help.trim() } } : {}),
  ...(draft.settings === field.settings ? {} : { settings: draft.settings }),
  ...(draft.unique === (field.unique ?? false) ? {} : { unique: draft.unique }),
})
