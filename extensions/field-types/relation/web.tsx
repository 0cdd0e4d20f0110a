import { Link2 } from 'lucide-react'
import { defineWebFace } from '../../kit/field-type-for-web.ts'
import { RelationEditor } from '../../kit/relation-editor.tsx'

export const relationForWeb = defineWebFace({
  icon: Link2,
  shelf: 'links',
  width: 120,
  Display: ({ value, tools }) => (
    <>
      {typeof value === 'string'
        ? tools.titleOf(value)
        : Array.isArray(value)
          ? value
              .map((id) => tools.titleOf(String(id)))
              .filter(Boolean)
              .join('、')
          : ''}
    </>
  ),
  Editor: RelationEditor,
})
