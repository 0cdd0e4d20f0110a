import type { Issue } from '../errors/app-error.ts'
import type { FieldTypes } from '../fields/field-type.ts'
import { typeAndSettingsOf } from '../fields/settings-of.ts'
import type { Value } from '../formulas/expression.ts'
import type { Field } from '../objects/object-type.ts'

export interface CleanedValues {
  /** Stored values of the fields that could be read. Fields that were not given are not here. */
  values: Record<string, Value>
  /** What could not be read, in the order of the fields, then unknown names. */
  issues: Issue[]
}

export interface CleanOptions {
  /** Values for fields that are missing or blank; cleaned like the rest. */
  defaults?: Record<string, unknown> | undefined
  /** `create` asks for every required field; `update` only refuses to blank one that is given. */
  mode?: 'create' | 'update' | undefined
  /** Names to take without a word though no field has them, e.g. the spam guard's. */
  ignore?: readonly string[] | undefined
}

type CleanField = Pick<Field, 'name' | 'type' | 'settings' | 'required'>

const isBlank = (input: unknown): boolean =>
  input === undefined || input === null || (typeof input === 'string' && input.trim() === '')

const inputOf = (raw: Record<string, unknown>, name: string, defaults: Record<string, unknown>): unknown => {
  const given = Object.hasOwn(raw, name) ? raw[name] : undefined
  return isBlank(given) && Object.hasOwn(defaults, name) ? defaults[name] : given
}

/**
 * Raw input of any door → stored values. Each field is read by its type; what cannot be read becomes an issue and is left
 * out, the rest is kept. Cleaning what is clean changes nothing.
 */
export function cleanValues(
  raw: Record<string, unknown>,
  fields: readonly CleanField[],
  { fieldTypes, defaults = {}, mode = 'create', ignore = [] }: CleanOptions & { fieldTypes: FieldTypes },
): CleanedValues {
  const cleaned: CleanedValues = { values: {}, issues: [] }
  for (const field of fields) {
    const input = inputOf(raw, field.name, defaults)
    if (input !== undefined) cleanField(cleaned, field, { input, fieldTypes })
    else if (field.required && mode === 'create') cleaned.issues.push({ path: field.name, code: 'required' })
  }
  const expected = new Set([...fields.map(({ name }) => name), ...ignore])
  for (const name of Object.keys(raw)) {
    if (!expected.has(name)) cleaned.issues.push({ path: name, code: 'unknown-field', params: { field: name } })
  }
  return cleaned
}

function cleanField(
  cleaned: CleanedValues,
  field: CleanField,
  { input, fieldTypes }: { input: unknown; fieldTypes: FieldTypes },
): void {
  const { type, settings } = typeAndSettingsOf(field, fieldTypes)
  const parsed = type.parse(input, settings)
  if (!parsed.ok) cleaned.issues.push({ path: field.name, code: parsed.code, ...(parsed.params && { params: parsed.params }) })
  else if (parsed.value === null && field.required) cleaned.issues.push({ path: field.name, code: 'required' })
  else cleaned.values[field.name] = parsed.value
}
