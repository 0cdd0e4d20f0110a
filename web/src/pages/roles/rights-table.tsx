import { useState } from 'react'
import type { Ability, ObjectInfo, Role } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { AbilityRows } from './ability-rows.tsx'
import { foundFields } from './found-fields.ts'
import { ObjectRows, type RowsProps } from './object-rows.tsx'

interface RightsTableProps extends RowsProps {
  objects: ObjectInfo[]
  /** People who hold each role, by its id. */
  counts: ReadonlyMap<string, number>
  search: string
  /** Abilities without which the reader could not undo. */
  isOwnDoor(role: Role, ability: Ability): boolean
}

/** Role × object × field × rows: every cell says one of few things and is changed where it stands. */
export function RightsTable({ objects, counts, search, isOwnDoor, ...rows }: RightsTableProps) {
  const label = useLabel()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(['lead']))
  // Whoever searches wants to see what was found, not where it lies.
  const isSearching = search.trim() !== ''
  const toggle = (name: string): void =>
    setOpen(open.has(name) ? new Set([...open].filter((one) => one !== name)) : new Set([...open, name]))
  return (
    <div className="rights-scroll">
      <table className="rights">
        <RolesHead {...rows} counts={counts} />
        <tbody>
          {foundFields(objects, search, label).map(({ info, fields }) => (
            <ObjectRows
              key={info.name}
              {...rows}
              info={info}
              fields={fields}
              isOpen={open.has(info.name) || isSearching}
              onToggle={() => toggle(info.name)}
            />
          ))}
          {!isSearching && <AbilityRows {...rows} isOwnDoor={isOwnDoor} />}
        </tbody>
      </table>
    </div>
  )
}

/** A column for each role, with how many people a change of it touches. */
function RolesHead({ roles, currentId, counts, onCurrent }: RowsProps & Pick<RightsTableProps, 'counts'>) {
  const text = useText(rolesMessages)
  const label = useLabel()
  return (
    <thead>
      <tr>
        <th scope="col">{text('objectsAndFields')}</th>
        {roles.map((role) => (
          <th key={role.id} scope="col" className={role.id === currentId ? 'at' : ''}>
            <button type="button" aria-pressed={role.id === currentId} onClick={() => onCurrent(role.id)}>
              <b>{label(role.label)}</b>
              <span className="t3 f12">{text('people', { n: counts.get(role.id) ?? 0 })}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  )
}
