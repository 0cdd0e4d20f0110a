import type { Field, Form } from '@jieli/core'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'
import type { Choice, PublicInput } from '@jieli/extensions/kit/public-input'

/** What a form may point at, by field name: campuses, with what the customer reads. */
export type FormChoices = Record<string, Choice[]>

export interface AskedField {
  entry: Form['fields'][number]
  field: Field
  input: PublicInput
  required: boolean
  choices?: Choice[]
}

/**
 * The questions of a form, in its order. A field that is gone, is filled by the platform or by the address, or whose type
 * stays inside is not asked; and what is not asked is not read, so nobody sets an owner or a campus from outside.
 */
export const askedFields = (form: Form, fields: Field[], choices: FormChoices = {}): AskedField[] =>
  form.fields.flatMap((entry) => {
    const field = fields.find(({ name }) => name === entry.name)
    const input = field && publicInputOf(field.type)
    if (!field || !input || field.readOnly || Object.hasOwn(form.fixed, entry.name)) return []
    const offered = Object.hasOwn(choices, entry.name) ? choices[entry.name] : undefined
    if (input.needsChoices && !offered) return []
    return [{ entry, field, input, required: entry.required || field.required, ...(offered && { choices: offered }) }]
  })
