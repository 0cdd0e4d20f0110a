import { defineWebFace } from '../../kit/field-type-for-web.ts'
import { RelationEditor } from '../../kit/relation-editor.tsx'

export const relationForWeb = defineWebFace({
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
