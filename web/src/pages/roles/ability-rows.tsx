import { abilities, type Ability, type Role } from '@jieli/core'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { YesCell } from './right-cell.tsx'
import { withAbility } from './rights-of.ts'
import { RightsRow } from './rights-row.tsx'

interface AbilityRowsProps {
  roles: Role[]
  currentId: string
  /** Abilities without which the reader could not undo. */
  isOwnDoor(role: Role, ability: Ability): boolean
  onChange(next: Role): void
}

/** What roles may do beyond records: export, manage users, configure. */
export function AbilityRows({ roles, currentId, isOwnDoor, onChange }: AbilityRowsProps) {
  const text = useText(rolesMessages)
  const label = useLabel()
  const row = { roles, currentId }
  return (
    <>
      <RightsRow
        {...row}
        isObject
        head={
          <span>
            <b>{text('abilities')}</b>
          </span>
        }
        renderCell={() => null}
      />
      {abilities.map((ability) => (
        <RightsRow
          key={ability}
          {...row}
          head={text(ability)}
          renderCell={(role) => {
            const has = role.abilities.includes(ability)
            return (
              <YesCell
                label={text('cell', { role: label(role.label), what: text(ability), state: text(has ? 'yes' : 'no') })}
                value={has}
                isFixed={has && isOwnDoor(role, ability)}
                note={text('ownGuard')}
                onChange={(on) => onChange(withAbility(role, ability, on))}
              />
            )
          }}
        />
      ))}
    </>
  )
}
