import { Check, Minus } from 'lucide-react'
import type { ObjectInfo, Role } from '@jieli/core'
import { joined } from '../../i18n/joined.ts'
import { rolesMessages } from '../../i18n/messages/roles-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useScopeText } from '../../parts/use-scope-text.ts'
import { showSameRows, type Seen } from './seen-by.ts'

/** Why they see that: which roles, which rows, how many fields under each right. */
export function PreviewReasons({ roles, object, seen }: { roles: Role[]; object: ObjectInfo; seen: Seen }) {
  const text = useText(rolesMessages)
  const label = useLabel()
  const scopeText = useScopeText()
  const { access, counts } = seen
  const isSame = showSameRows(roles, object.name)
  return (
    <>
      <h3 className="h2 preview-why">{text('why')}</h3>
      <dl className="preview-facts">
        <dt>
          <Mark isGiven />
          {text('whyRole')}
        </dt>
        <dd>{joined(roles.map((role) => label(role.label)))}</dd>
        <dt>
          <Mark isGiven={access !== undefined} />
          {text('whyRows')}
        </dt>
        <dd>{access ? joined(access.read.map((scope) => scopeText(scope))) : text('scopeNone')}</dd>
        <dt>
          <Mark isGiven />
          {text('whyFields')}
        </dt>
        <dd>{text('whyFieldsText', counts)}</dd>
      </dl>
      {roles.length > 1 && <p className="hint">{text(isSame ? 'whySame' : 'whySeveral')}</p>}
    </>
  )
}

function Mark({ isGiven }: { isGiven: boolean }) {
  return isGiven ? <Check size={14} className="ok" aria-hidden="true" /> : <Minus size={14} className="t3" aria-hidden="true" />
}
