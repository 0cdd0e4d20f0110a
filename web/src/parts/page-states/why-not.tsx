import { useOwnRights } from '../../data/rights.ts'
import { joined } from '../../i18n/joined.ts'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { useScopeText } from '../use-scope-text.ts'

/** Which rows one sees and who can open more. Says nothing of the record itself, not even whether there is one. */
export function WhyNot({ object }: { object: string }) {
  const text = useText(accessMessages)
  const label = useLabel()
  const scopeText = useScopeText()
  const { data } = useOwnRights(object)
  if (!data) return null
  const roles = joined(data.roles.map((role) => label(role.label)))
  return (
    <section className="state why-not" aria-label={text('whyNot')}>
      <h2 className="h2">{text('whyNot')}</h2>
      <p>
        {data.read.length === 0
          ? text('whyNotNone', { roles })
          : text('whyNotRows', { roles, rows: joined(data.read.map((scope) => scopeText(scope))) })}
      </p>
      <p>{text('whyNotAsk', { admins: joined(data.admins.map(({ name }) => name)) })}</p>
    </section>
  )
}
