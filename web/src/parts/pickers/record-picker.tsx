import { relationForWeb } from '@jieli/extensions/field-types/relation/web.tsx'
import { useFieldTools } from '../field-value/use-field-tools.ts'

/** Chooses one record of an object by searching for it. */
export function RecordPicker({
  object,
  value,
  onChange,
  id,
}: {
  object: string
  value: string | null
  onChange(id: string | null): void
  id: string
}) {
  const tools = useFieldTools()
  const { Editor } = relationForWeb
  return (
    <Editor
      id={id}
      value={value}
      settings={{ object }}
      tools={tools}
      onChange={(next) => onChange(typeof next === 'string' ? next : null)}
    />
  )
}
