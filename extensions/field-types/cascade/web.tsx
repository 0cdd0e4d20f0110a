import { ListTree } from 'lucide-react'
import { textOf } from '@jieli/core/i18n/label'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace, type EditorProps } from '../../kit/field-type-for-web.ts'
import { cascade } from './field-type.ts'
import { below, type Branch } from './tree.ts'

const treeOf = (settings: Record<string, unknown>): Branch[] =>
  Array.isArray(settings['options']) ? (settings['options'] as Branch[]) : []
const wayIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A list for each level, the next one once something stands above it. */
function CascadeEditor(props: EditorProps) {
  const { value, settings, tools, onChange } = props
  const options = treeOf(settings)
  const way = wayIn(value)
  const choose = (level: number, id: string): void => {
    const next = id === '' ? way.slice(0, level) : [...way.slice(0, level), id]
    onChange(next.length === 0 ? null : next)
  }
  const levels = [undefined, ...way].map((parent) => below(options, parent)).filter((choices) => choices.length > 0)
  return (
    <span className="row g6 wrap">
      {levels.map((choices, level) => (
        <select
          key={way[level - 1] ?? ''}
          {...(level === 0 ? controlProps(props) : { disabled: props.disabled ?? false })}
          aria-label={level === 0 ? undefined : tools.locale === 'en' ? `Level ${level + 1}` : `第 ${level + 1} 级`}
          className="inp"
          value={way[level] ?? ''}
          onChange={(event) => choose(level, event.target.value)}
        >
          <option value="">{tools.locale === 'en' ? 'None' : '不选'}</option>
          {choices
            .filter(({ id, archived }) => !archived || id === way[level])
            .map(({ id, label }) => (
              <option key={id} value={id}>
                {textOf(label, tools.locale)}
              </option>
            ))}
        </select>
      ))}
    </span>
  )
}

export const cascadeForWeb = defineWebFace({
  icon: ListTree,
  shelf: 'choice',
  width: 160,
  Display: ({ value, settings, tools }) => <>{cascade.format(value, { options: treeOf(settings) }, tools.locale)}</>,
  Editor: CascadeEditor,
})
