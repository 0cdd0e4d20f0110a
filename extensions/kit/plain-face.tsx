import type { HTMLInputTypeAttribute } from 'react'
import type { Value } from '@jieli/core'
import type { DisplayProps, EditorProps, FaceLook, FieldTypeForWeb } from './field-type-for-web.ts'

interface PlainFaceOptions extends FaceLook {
  type?: HTMLInputTypeAttribute
  inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'url'
  placeholder?: { 'zh-CN': string; en: string }
  autoComplete?: string
  show?(value: Value, settings: Record<string, unknown>, tools: DisplayProps['tools']): string
}

const plainText = (value: Value): string => (value === null ? '' : String(value))

/** Attributes every editor's control carries. */
export const controlProps = ({ id, disabled, invalid, autoFocus, describedBy }: EditorProps) => ({
  id,
  disabled: disabled ?? false,
  autoFocus: autoFocus ?? false,
  'aria-invalid': invalid ?? false,
  'aria-describedby': describedBy,
})

/** A face for values that are one line of text: a native input, which phones have the right keyboard for. */
export const plainFace = ({
  show = plainText,
  placeholder,
  icon,
  shelf,
  align,
  width,
  ...input
}: PlainFaceOptions = {}): FieldTypeForWeb => ({
  ...(icon ? { icon } : {}),
  ...(shelf ? { shelf } : {}),
  ...(align ? { align } : {}),
  ...(width ? { width } : {}),
  Display: ({ value, settings, tools }) => <>{show(value, settings, tools)}</>,
  Editor: (props) => (
    <input
      {...controlProps(props)}
      {...input}
      className="inp"
      placeholder={placeholder?.[props.tools.locale]}
      value={plainText(props.value)}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      onBlur={props.onDone}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && props.onDone?.()}
    />
  ),
})
