import { Tags } from 'lucide-react'
import { useState } from 'react'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace, type EditorProps } from '../../kit/field-type-for-web.ts'

const separators = /[,，、;；\n]+/u
const tagsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** One line, tags parted by commas of either kind. The text is kept as typed while typing, so that a comma does not vanish. */
function TagsEditor(props: EditorProps) {
  const [text, setText] = useState(tagsOf(props.value).join(props.tools.locale === 'en' ? ', ' : '、'))
  const change = (next: string): void => {
    setText(next)
    const tags = [
      ...new Set(
        next
          .split(separators)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ]
    props.onChange(tags.length === 0 ? null : tags)
  }
  return (
    <input
      {...controlProps(props)}
      className="inp"
      value={text}
      onChange={(event) => change(event.target.value)}
      onBlur={props.onDone}
    />
  )
}

export const tagsForWeb = defineWebFace({
  icon: Tags,
  shelf: 'words',
  width: 160,
  Display: ({ value }) => (
    <span className="row g4">
      {tagsOf(value).map((tag) => (
        <span key={tag} className="chip">
          {tag}
        </span>
      ))}
    </span>
  ),
  Editor: TagsEditor,
})
