import type { FieldType } from '@jieli/core'
import { fieldTypes, type FieldTypeName } from '@jieli/extensions/field-types'
import { autoNumberSettings } from './auto-number-settings.tsx'
import { cascadeSettings } from './cascade-settings.tsx'
import { formulaSettings } from './formula-settings.tsx'
import { lookupSettings } from './lookup-settings.tsx'
import { optionsSettings } from './options-settings.tsx'
import { rollupSettings } from './rollup-settings.tsx'
import { subTableSettings } from './sub-table-settings.tsx'
import { targetSettings } from './target-settings.tsx'
import { targetsSettings } from './targets-settings.tsx'
import type { SettingsEditor } from './settings-editor.ts'

const editors: Partial<Record<FieldTypeName, SettingsEditor>> = {
  'any-relation': targetsSettings,
  'auto-number': autoNumberSettings,
  cascade: cascadeSettings,
  formula: formulaSettings,
  lookup: lookupSettings,
  'multi-select': optionsSettings,
  relation: targetSettings,
  relations: targetSettings,
  rollup: rollupSettings,
  select: optionsSettings,
  'sub-table': subTableSettings,
}

/** Undefined for types that ask nothing beyond a name. */
export const settingsEditorOf = (type: string): SettingsEditor | undefined =>
  (editors as Record<string, SettingsEditor | undefined>)[type]

/** Who fills fields of this type in, where that is not simply people: the platform, or people row by row. */
export const fillingNoteOf = (type: string): 'platformFills' | 'peopleFillRows' | undefined => {
  if (!isFilledByPlatform(type)) return undefined
  return (fieldTypes as Record<string, FieldType>)[type]?.parts ? 'peopleFillRows' : 'platformFills'
}

/** Whether the platform fills fields of this type, so that nobody can be asked to. */
export const isFilledByPlatform = (type: string): boolean => {
  const known = (fieldTypes as Record<string, FieldType>)[type]
  return known?.computed !== undefined || known?.numbering !== undefined
}
