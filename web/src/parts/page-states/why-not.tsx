import { useOwnRights } from '../../data/rights.ts'
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
  const roles = data.roles.map((role) => label(role.label)).join('、')
  return (
    <section className="state why-not" aria-label={text('whyNot')}>
      <h2 className="h2">{text('whyNot')}</h2>
      <p>
        {data.read.length === 0
          ? text('whyNotNone', { roles })
          : text('whyNotRows', { roles, rows: data.read.map((scope) => scopeText(scope)).join('、') })}
      </p>
      <p>{text('whyNotAsk', { admins: data.admins.map(({ name }) => name).join('、') })}</p>
    </section>
  )
}
