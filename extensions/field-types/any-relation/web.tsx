import { Shuffle } from 'lucide-react'
import { defineWebFace, type DisplayProps } from '../../kit/field-type-for-web.ts'
import { linkIn } from '@jieli/core/fields/link'
import { LinkEditor } from './link-editor.tsx'

/** The record's title, and quietly of which object it is. A title that is not known (yet) stands as a dash: it is there. */
function LinkTitle({ value, tools }: DisplayProps) {
  const link = linkIn(value)
  if (!link) return null
  return (
    <>
      {tools.titleOf(String(value)) || '—'} <span className="t3 f12">{tools.objectLabel(link.object)}</span>
    </>
  )
}

export const anyRelationForWeb = defineWebFace({
  icon: Shuffle,
  shelf: 'links',
  width: 160,
  Display: LinkTitle,
  Editor: LinkEditor,
})
