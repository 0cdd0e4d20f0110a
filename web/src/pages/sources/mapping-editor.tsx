import { Plus, X } from 'lucide-react'
import { useObject } from '../../data/meta.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

type Mapping = Record<string, string>

/** Their field for each of ours. */
export function MappingEditor({
  mapping,
  object: objectName,
  onChange,
}: {
  mapping: Mapping
  object: string
  onChange(next: Mapping): void
}) {
  const text = useText(sourcesMessages)
  const label = useLabel()
  const all = useObject(objectName)?.fields ?? []
  const fields = all.filter((field) => !field.system && !field.readOnly)
  const titleOf = (name: string): string => label(all.find((field) => field.name === name)?.label ?? { 'zh-CN': name })
  const free = fields.filter(({ name }) => !Object.hasOwn(mapping, name))
  const without = (name: string): Mapping => Object.fromEntries(Object.entries(mapping).filter(([key]) => key !== name))
  return (
    <>
      <ul className="mapping">
        {Object.entries(mapping).map(([name, path]) => (
          <li key={name}>
            <span className="ell">{titleOf(name)}</span>
            <span className="t3" aria-hidden="true">
              ←
            </span>
            <input
              className="inp code"
              aria-label={`${titleOf(name)} ${text('mappingTheirs')}`}
              value={path}
              onChange={(event) => onChange({ ...mapping, [name]: event.target.value })}
            />
            <button
              type="button"
              className="btn sm ghost icon"
              aria-label={text('mappingRemove', { name: titleOf(name) })}
              onClick={() => onChange(without(name))}
            >
              <X size={14} />
            </button>
          </li>
        ))}
      </ul>
      {free.length > 0 && (
        <label className="row g8">
          <Plus size={14} className="t3" aria-hidden="true" />
          <select
            className="inp mapping-add"
            aria-label={text('mappingAdd')}
            value=""
            onChange={(event) => onChange({ ...mapping, [event.target.value]: event.target.value })}
          >
            <option value="">{text('mappingAdd')}</option>
            {free.map(({ name }) => (
              <option key={name} value={name}>
                {titleOf(name)}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
