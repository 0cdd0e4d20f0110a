import type { ObjectInfo, Role } from '@jieli/core'
import type { UserAccount } from '../../data/users.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { Chip } from '../../parts/chip.tsx'
import { ViewAsButton } from '../../parts/view-as-button.tsx'
import { PreviewCard } from './preview-card.tsx'
import { PreviewGaps } from './preview-gaps.tsx'
import { PreviewReasons } from './preview-reasons.tsx'
import { RightsXray } from './rights-xray.tsx'
import { seenBy } from './seen-by.ts'

interface PreviewProps {
  roles: Role[]
  objects: ObjectInfo[]
  object: ObjectInfo
  people: UserAccount[]
  personId: string | null
  onPerson(id: string | null): void
  onObject(name: string): void
  name: string
}

/** What that person sees, reckoned by the function that the server uses, and why. */
export function RolePreview(props: PreviewProps) {
  const { roles, objects, object, personId, name } = props
  const text = useText(rolesMessages)
  const label = useLabel()
  const seen = seenBy(roles, object)
  return (
    <section className="preview" aria-label={text('seenBy', { name })}>
      <div className="row g8 wrap">
        <h2 className="h2">{text('seenBy', { name })}</h2>
        {roles.map((role) => (
          <Chip key={role.id}>{label(role.label)}</Chip>
        ))}
        <span className="sp" />
      </div>
      <PreviewChoice {...props} />
      <PreviewCard object={object} seen={seen} />
      <PreviewGaps roles={roles} objects={objects} seen={seen} />
      <PreviewReasons roles={roles} object={object} seen={seen} />
      {/* Named after whom and what it is about: it is asked for anew, never shown for somebody else meanwhile. */}
      {personId && <RightsXray key={`${personId} ${object.name}`} userId={personId} object={object} />}
      {personId && <ViewAsButton userId={personId} />}
    </section>
  )
}

/** Whose eyes, and on what. */
function PreviewChoice({ objects, object, people, personId, onPerson, onObject }: PreviewProps) {
  const text = useText(rolesMessages)
  const label = useLabel()
  return (
    <div className="pair">
      <select
        className="inp"
        aria-label={text('choosePerson')}
        value={personId ?? ''}
        onChange={(event) => onPerson(event.target.value || null)}
      >
        <option value="">{text('anyone')}</option>
        {people.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </select>
      <select
        className="inp"
        aria-label={text('previewObject')}
        value={object.name}
        onChange={(event) => onObject(event.target.value)}
      >
        {objects.map((one) => (
          <option key={one.name} value={one.name}>
            {label(one.definition.label)}
          </option>
        ))}
      </select>
    </div>
  )
}
