import { attributes, html, type Html } from './html.ts'
import type { Choice, PublicInputProps } from './public-input.ts'

const isEnglish = (props: PublicInputProps): boolean => props.locale === 'en'

/** The value where only one is asked for. */
export const singleValue = (props: PublicInputProps): string =>
  typeof props.value === 'string' ? props.value : (props.value.at(-1) ?? '')

/** Every value, where several may be chosen. */
export const valuesOf = (props: PublicInputProps): string[] =>
  (typeof props.value === 'string' ? [props.value] : props.value).filter((value) => value !== '')

/** Ids of the notes that belong to a control, for `aria-describedby`. */
export const describedBy = (props: PublicInputProps): string | undefined =>
  [props.issue && `${props.id}-e`, props.help && `${props.id}-h`].filter(Boolean).join(' ') || undefined

/** Label text, with a word on optional ones: most are required, so the exception is what is said. */
const captionOf = (props: PublicInputProps, remark = ''): Html => {
  const optional = props.required ? '' : isEnglish(props) ? 'optional' : '可不填'
  const small = [remark, optional].filter(Boolean).join(isEnglish(props) ? ', ' : '，')
  return html`${props.label}${small && html`<small>${small}</small>`}`
}

/** What is wrong with the value, then the help. */
export const notesOf = (props: PublicInputProps): Html =>
  html`${props.issue && html`<p class="e" id="${props.id}-e">${props.issue}</p>`}${props.help && html`<p class="h" id="${props.id}-h">${props.help}</p>`}`

/** One control under its label; `remark` stands beside it, small. */
export const labelled = (props: PublicInputProps, control: Html, remark = ''): Html =>
  html`<div class="f"><label class="l" for="${props.id}">${captionOf(props, remark)}</label>${control}${notesOf(props)}</div>`

/** Several controls under one legend; `remark` stands beside it, small. */
export const grouped = (
  props: PublicInputProps,
  controls: Html,
  { role, remark }: { role: 'radiogroup' | 'group'; remark?: string },
): Html =>
  html`<fieldset class="f"${attributes({
    role,
    'aria-describedby': describedBy(props),
    'aria-required': role === 'radiogroup' && props.required ? 'true' : undefined,
    'aria-invalid': role === 'radiogroup' && props.issue ? 'true' : undefined,
  })}><legend class="l">${captionOf(props, remark)}</legend>${controls}${notesOf(props)}</fieldset>`

/** What every single control carries: its name, whether it is required, and its notes. */
export const controlAttributes = (props: PublicInputProps): Record<string, string | boolean | undefined> => ({
  id: props.id,
  name: props.name,
  required: props.required,
  'aria-invalid': props.issue ? 'true' : undefined,
  'aria-describedby': describedBy(props),
})

/** A one-line text control; `more` says what kind: `type`, `inputmode`, `autocomplete` … */
export const textControl = (props: PublicInputProps, more: Record<string, string | number | boolean | undefined>): Html =>
  labelled(
    props,
    html`<input${attributes({ type: 'text', ...controlAttributes(props), placeholder: props.example, ...more, value: singleValue(props) })}>`,
  )

/** One chip: a whole 48 px button that is a radio or a checkbox underneath. */
export const chip = (choice: Choice, input: Record<string, string | boolean | undefined>): Html =>
  html`<label class="o"><input${attributes({ ...input, value: choice.value })}><span>${choice.label}</span></label>`

/** Chips of which one, or with `several` any number, may be on. */
export const chipsControl = (props: PublicInputProps, choices: Choice[], several = false): Html => {
  const chosen = new Set(several ? valuesOf(props) : [singleValue(props)])
  const chips = choices.map((choice, index) =>
    chip(choice, {
      type: several ? 'checkbox' : 'radio',
      name: props.name,
      id: index === 0 ? props.id : undefined,
      checked: chosen.has(choice.value),
      required: props.required && !several,
    }),
  )
  return grouped(props, html`<div class="os">${chips}</div>`, { role: several ? 'group' : 'radiogroup' })
}

/** A native list: the quickest control for many options on a phone. */
export const listControl = (props: PublicInputProps, choices: Choice[]): Html => {
  const chosen = singleValue(props)
  const options = choices.map(
    (choice) => html`<option${attributes({ value: choice.value, selected: choice.value === chosen })}>${choice.label}</option>`,
  )
  return labelled(
    props,
    html`<select${attributes(controlAttributes(props))}><option value="">${isEnglish(props) ? 'Choose' : '请选择'}</option>${options}</select>`,
  )
}
