import type { ReactNode } from 'react'
import type { Role } from '@jieli/core'

export interface RightsRowProps {
  roles: Role[]
  /** The role whose column is lit and whose preview stands beside. */
  currentId: string
  head: ReactNode
  /** Said in full when the pointer rests on the head. */
  note?: string
  isObject?: boolean
  /** Absent: the cells are not about an object, so nothing is to be previewed. */
  onFocusRole?: (roleId: string) => void
  renderCell(role: Role): ReactNode
}

/** One row of the matrix: what it is about, and a cell for each role. */
export function RightsRow({ roles, currentId, head, note, isObject, onFocusRole, renderCell }: RightsRowProps) {
  return (
    <tr className={isObject ? 'object-row' : undefined}>
      <th scope="row" title={note}>
        {head}
      </th>
      {roles.map((role) => (
        <td key={role.id} className={role.id === currentId ? 'at' : ''} onFocus={onFocusRole && (() => onFocusRole(role.id))}>
          {renderCell(role)}
        </td>
      ))}
    </tr>
  )
}
