import { Plus } from 'lucide-react'
import type { ObjectType } from '@jieli/core'
import { fieldLifeMessages } from '../../i18n/messages/field-life-messages.ts'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

interface ObjectNavProps {
  objects: readonly ObjectType[]
  current: ObjectType
  onGo(name: string): void
  onNew(): void
}

/** The objects with how many fields each has, and the way to a new one. */
export function ObjectNav({ objects, current, onGo, onNew }: ObjectNavProps) {
  const text = useText(objectsMessages)
  const life = useText(fieldLifeMessages)
  const label = useLabel()
  return (
    <nav className="object-list" aria-label={text('objects')}>
      {objects.map((one) => (
        <button key={one.name} type="button" aria-current={one === current ? 'page' : undefined} onClick={() => onGo(one.name)}>
          {label(one.label)}
          <span className="count">{one.fields.length}</span>
        </button>
      ))}
      <button type="button" className="t3" onClick={onNew}>
        <span className="row g8">
          <Plus size={14} aria-hidden="true" />
          {life('newObject')}
        </span>
      </button>
    </nav>
  )
}
