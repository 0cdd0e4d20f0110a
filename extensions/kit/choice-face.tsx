import type { Value } from '@jieli/core'
import { controlProps } from './plain-face.tsx'
import type { Choice, DisplayProps, FaceLook, FieldTypeForWeb } from './field-type-for-web.ts'

type ChoicesOf = (props: DisplayProps) => (Choice & { archived?: boolean })[]

const titleOf = (id: Value, props: DisplayProps, choices: Choice[]): string =>
  choices.find((choice) => choice.id === id)?.title ?? (typeof id === 'string' ? props.tools.titleOf(id) || id : '')

/** A native select: it works on every phone and with every screen reader, and long lists can be typed into. */
export const choiceFace = (
  choicesOf: ChoicesOf,
  more: FaceLook & Partial<Pick<FieldTypeForWeb, 'Display'>> = {},
): FieldTypeForWeb => ({
  Display: (props) => <>{titleOf(props.value, props, choicesOf(props))}</>,
  ...more,
  Editor: (props) => {
    const choices = choicesOf(props)
    const isUnlisted = typeof props.value === 'string' && !choices.some(({ id }) => id === props.value)
    return (
      <select
        {...controlProps(props)}
        className="inp"
        value={typeof props.value === 'string' ? props.value : ''}
        onBlur={props.onDone}
        onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      >
        <option value="">{props.tools.locale === 'en' ? 'None' : '不选'}</option>
        {isUnlisted && <option value={String(props.value)}>{titleOf(props.value, props, choices)}</option>}
        {choices
          .filter(({ id, archived }) => !archived || id === props.value)
          .map(({ id, title, note }) => (
            <option key={id} value={id}>
              {note ? `${title}（${note}）` : title}
            </option>
          ))}
      </select>
    )
  },
})

/** Options kept in the field's settings, as choices in the reader's language. */
export const optionsAsChoices: ChoicesOf = ({ settings, tools }) => {
  const options = Array.isArray(settings['options'])
    ? (settings['options'] as { id: string; label: { 'zh-CN': string; en?: string }; archived?: boolean }[])
    : []
  return options.map(({ id, label, archived }) => ({
    id,
    title: label[tools.locale] ?? label['zh-CN'],
    ...(archived ? { archived } : {}),
  }))
}
