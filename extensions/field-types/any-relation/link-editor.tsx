import { useMemo, useRef, useState } from 'react'
import { linkIn, writeLink } from '@jieli/core/fields/link'
import type { EditorProps, FieldTools } from '../../kit/field-type-for-web.ts'
import { RelationEditor } from '../../kit/relation-editor.tsx'

/** The objects that may be chosen from: those of the field that the reader may know. */
const objectsIn = ({ settings, tools }: EditorProps): string[] =>
  (Array.isArray(settings['objects']) ? settings['objects'].map(String) : []).filter((name) => tools.objectLabel(name) !== '')

/** The tools of a search in one object, which remembers the titles of what it found: a record just chosen has a name before it is saved. */
const useObjectTools = (tools: FieldTools, object: string): FieldTools => {
  const titles = useRef(new Map<string, string>())
  return useMemo(
    () => ({
      ...tools,
      titleOf: (id) => {
        const key = writeLink({ object, id })
        return tools.titleOf(key) || (titles.current.get(key) ?? '')
      },
      searchRecords: async (_, text) => {
        const found = await tools.searchRecords(object, text)
        for (const { id, title } of found) titles.current.set(writeLink({ object, id }), title)
        return found
      },
    }),
    [tools, object],
  )
}

/**
 * First of which object, then the search of a single relation. Another object alone changes nothing: the value goes when a
 * record is chosen in its place, so leaving half way shows what is there again.
 */
export function LinkEditor(props: EditorProps) {
  const { value, tools, onChange, onDone } = props
  const objects = objectsIn(props)
  const link = linkIn(value)
  const [wanted, setWanted] = useState<string | null>(null)
  const object = wanted ?? link?.object ?? objects[0] ?? ''
  const objectTools = useObjectTools(tools, object)
  const leave = (event: React.FocusEvent<HTMLDivElement>): void => {
    if (event.currentTarget.contains(event.relatedTarget)) return
    if (link) setWanted(null)
    onDone?.()
  }
  const { onDone: _, ...search } = props
  return (
    <div className="link-editor" onBlur={leave}>
      <select
        className="inp"
        aria-label={tools.locale === 'en' ? 'Object' : '哪个对象'}
        disabled={props.disabled ?? false}
        autoFocus={(props.autoFocus ?? false) && !link}
        value={object}
        onChange={(event) => setWanted(event.target.value)}
      >
        {!objects.includes(object) && <option value={object}>{tools.objectLabel(object) || '—'}</option>}
        {objects.map((name) => (
          <option key={name} value={name}>
            {tools.objectLabel(name)}
          </option>
        ))}
      </select>
      <RelationEditor
        key={object}
        {...search}
        autoFocus={(props.autoFocus ?? false) && link?.object === object}
        settings={{ object }}
        tools={objectTools}
        value={link?.object === object ? link.id : null}
        onChange={(id) => {
          onChange(typeof id === 'string' ? writeLink({ object, id }) : null)
          setWanted(object)
        }}
      />
    </div>
  )
}
