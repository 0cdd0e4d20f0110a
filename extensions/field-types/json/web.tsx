import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'

const shown = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)

export const jsonForWeb = defineWebFace({
  width: 200,
  Display: ({ value }) => <>{shown(value)}</>,
  Editor: (props) => (
    <textarea
      {...controlProps(props)}
      className="inp"
      rows={4}
      spellCheck={false}
      value={shown(props.value)}
      onBlur={props.onDone}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
    />
  ),
})
