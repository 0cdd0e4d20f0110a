import type { SplitPreview } from '../../data/field-life.ts'
import { joined } from '../../i18n/joined.ts'
import { splitMessages } from '../../i18n/messages/split-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { DrawerPart } from '../../parts/admin-page/drawer.tsx'

/** How many records each new option would get, how many stay, and what asks for the option today. */
export function SplitCounts({ total, into, rest, uses }: SplitPreview) {
  const text = useText(splitMessages)
  return (
    <DrawerPart title={text('becomes', { n: total.toLocaleString() })}>
      <ul className="split-counts">
        {into.map((one) => (
          <li key={one.label}>
            <span className="ell">{one.label}</span>
            <span className="num">{one.count.toLocaleString()}</span>
          </li>
        ))}
        <li className="t2">
          <span className="ell">{text('rest')}</span>
          <span className="num">{rest.toLocaleString()}</span>
        </li>
      </ul>
      {uses.length > 0 && <p className="t3 f12">{text('uses', { uses: joined(uses.map((use) => use.label)) })}</p>}
    </DrawerPart>
  )
}
