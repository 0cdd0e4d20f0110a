import type { ReactNode } from 'react'
import { EyeOff } from 'lucide-react'
import type { Label, ObjectInfo, Role } from '@jieli/core'
import { joined } from '../../i18n/joined.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { accessTo } from './rights-of.ts'
import type { Seen } from './seen-by.ts'

/** What is not there for them: fields, whole objects, the export. What nobody misses on the card is said here. */
export function PreviewGaps({ roles, objects, seen }: { roles: Role[]; objects: ObjectInfo[]; seen: Seen }) {
  const text = useText(rolesMessages)
  const label = useLabel()
  const namesOf = (things: { label: Label }[]): string => joined(things.map((one) => label(one.label)))
  const hidden = objects.filter((one) => !accessTo(roles, one)).map(({ definition }) => definition)
  return (
    <ul className="preview-lines">
      {seen.access && (
        <Gap>
          <span>
            {text('missingFields')}{' '}
            <span className="t2">{seen.missing.length === 0 ? text('allFields') : namesOf(seen.missing)}</span>
          </span>
        </Gap>
      )}
      {hidden.length > 0 && (
        <Gap>
          <span>
            {text('missingObjects')} <span className="t2">{namesOf(hidden)}</span>
          </span>
        </Gap>
      )}
      {!roles.some((role) => role.abilities.includes('export')) && <Gap>{text('cannotExport')}</Gap>}
    </ul>
  )
}

function Gap({ children }: { children: ReactNode }) {
  return (
    <li>
      <EyeOff size={14} className="t3" aria-hidden="true" />
      {children}
    </li>
  )
}
