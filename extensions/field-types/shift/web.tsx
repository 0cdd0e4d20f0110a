import { useState } from 'react'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace, type EditorProps } from '../../kit/field-type-for-web.ts'
import { formatWeek } from './format-week.ts'
import { readWeek } from './read-week.ts'

/** Written as people say it (周一至周五 09:00–12:00, 13:30–18:00); what cannot be read yet is kept as typed and goes nowhere. */
function ShiftEditor(props: EditorProps) {
  const [text, setText] = useState(() => formatWeek(props.value, props.tools.locale))
  const parsed = readWeek(text)
  const change = (next: string): void => {
    setText(next)
    const read = readWeek(next)
    if (read.ok) props.onChange(read.value)
  }
  return (
    <textarea
      {...controlProps(props)}
      aria-invalid={!parsed.ok}
      className="inp"
      rows={3}
      value={text}
      onChange={(event) => change(event.target.value)}
      onBlur={props.onDone}
    />
  )
}

export const shiftForWeb = defineWebFace({
  width: 200,
  Display: ({ value, tools }) => <>{formatWeek(value, tools.locale)}</>,
  Editor: ShiftEditor,
})
