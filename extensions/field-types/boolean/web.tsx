import { ToggleLeft } from 'lucide-react'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'

const words = { 'zh-CN': ['是', '否'], en: ['Yes', 'No'] } as const

export const booleanForWeb = defineWebFace({
  icon: ToggleLeft,
  shelf: 'choice',
  width: 64,
  Display: ({ value, tools }) => <>{typeof value === 'boolean' ? words[tools.locale][value ? 0 : 1] : ''}</>,
  Editor: (props) => (
    <input
      {...controlProps(props)}
      type="checkbox"
      checked={props.value === true}
      onBlur={props.onDone}
      onChange={(event) => props.onChange(event.target.checked)}
    />
  ),
})
