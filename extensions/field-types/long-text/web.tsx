import { Text as TextIcon } from 'lucide-react'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'

export const longTextForWeb = defineWebFace({
  icon: TextIcon,
  shelf: 'words',
  width: 200,
  Display: ({ value }) => <>{String(value ?? '')}</>,
  Editor: (props) => (
    <textarea
      {...controlProps(props)}
      className="inp"
      rows={3}
      value={String(props.value ?? '')}
      onBlur={props.onDone}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
    />
  ),
})
