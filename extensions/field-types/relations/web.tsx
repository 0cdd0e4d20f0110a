import { Waypoints } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { defineWebFace, type DisplayProps, type EditorProps, type FieldTools } from '../../kit/field-type-for-web.ts'
import { RelationEditor } from '../../kit/relation-editor.tsx'

const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

/** A chip for each record. A title that is not known (yet) stands as a dash: it is there, and can be taken off. */
function Chips({ value, tools }: DisplayProps) {
  return (
    <span className="relation-chips">
      {idsIn(value).map((id) => (
        <span key={id} className="chip">
          {tools.titleOf(id) || '—'}
        </span>
      ))}
    </span>
  )
}

/** The tools, remembering the titles of what a search found: a record just chosen has a name before it is saved. */
const useRememberingTools = (tools: FieldTools): FieldTools => {
  const titles = useRef(new Map<string, string>())
  return useMemo(
    () => ({
      ...tools,
      titleOf: (id) => tools.titleOf(id) || (titles.current.get(id) ?? ''),
      searchRecords: async (object, text) => {
        const found = await tools.searchRecords(object, text)
        for (const { id, title } of found) titles.current.set(id, title)
        return found
      },
    }),
    [tools],
  )
}

/** Chips with a way off, and the search of a single relation to add one more. */
function RelationsEditor({ value, onChange, ...props }: EditorProps) {
  const tools = useRememberingTools(props.tools)
  const ids = idsIn(value)
  const set = (next: string[]): void => onChange(next.length === 0 ? null : next)
  const word = tools.locale === 'en' ? 'Remove' : '移除'
  return (
    <div className="relations-editor">
      {ids.length > 0 && (
        <span className="relation-chips">
          {ids.map((id) => (
            <span key={id} className="chip">
              {tools.titleOf(id) || '—'}
              <button
                type="button"
                aria-label={`${word} ${tools.titleOf(id)}`}
                disabled={props.disabled ?? false}
                // Before the field hears that the focus went: taking one off is not leaving.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => set(ids.filter((other) => other !== id))}
              >
                <span aria-hidden="true">×</span>
              </button>
            </span>
          ))}
        </span>
      )}
      <RelationEditor
        {...props}
        tools={tools}
        value={null}
        onChange={(id) => typeof id === 'string' && !ids.includes(id) && set([...ids, id])}
      />
    </div>
  )
}

export const relationsForWeb = defineWebFace({
  icon: Waypoints,
  shelf: 'links',
  width: 180,
  Display: Chips,
  Editor: RelationsEditor,
})
