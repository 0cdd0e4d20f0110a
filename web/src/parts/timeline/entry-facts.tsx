import type { Label } from '@jieli/core'
import { fieldOf, optionsOf, useObject, usePersonName } from '../../data/meta.ts'
import type { TimelineEntry } from '../../data/timeline.ts'
import { timelineMessages } from '../../i18n/messages/timeline-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { useMe } from '../../data/session.ts'
import { Chip } from '../chip.tsx'
import { useConnectorLabel } from '../use-connector-label.ts'
import { useNow } from '../use-now.ts'

const isLabel = (value: unknown): value is Label => typeof value === 'object' && value !== null && 'zh-CN' in value
const textIn = (data: Record<string, unknown>, name: string): string => (typeof data[name] === 'string' ? data[name] : '')

/** What came of it, as an event keeps it: the outcome of a follow-up, to whom and by what a notice went, why an owner changed. */
export function EntryFacts({ entry }: { entry: TimelineEntry }) {
  const text = useText(timelineMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const personName = usePersonName()
  const channelLabel = useConnectorLabel()
  const sources = optionsOf(fieldOf(useObject('lead'), 'source'))
  const { workspace } = useMe()
  const { data, kind } = entry
  if (kind === 'follow-up.logged') {
    const [action, at] = [textIn(data, 'nextAction'), textIn(data, 'nextAt')]
    return (
      <>
        {isLabel(data['outcome']) && <span className="t2"> {label(data['outcome'])} </span>}
        {isLabel(data['tag']) && <Chip tone="line">{label(data['tag'])}</Chip>}
        {action && (
          <span className="t3">
            {' '}
            {text('next', { action, at: at ? momentText(at, now, { timeZone: workspace.timeZone, locale }) : '' })}
          </span>
        )}
      </>
    )
  }
  const to = personName(textIn(data, 'to'))
  if (kind === 'notice.delivered' || kind === 'notice.failed')
    return (
      <span className={kind === 'notice.failed' ? 'err' : 't2'}>
        {' '}
        {[channelLabel(textIn(data, 'channel')), to, textIn(data, 'reason')].filter(Boolean).join(' · ')}
      </span>
    )
  if (kind === 'owner.changed') {
    const reason = textIn(data, 'reason')
    return (
      <span className="t2">
        {' '}
        {[[personName(textIn(data, 'from')), to].filter(Boolean).join(' → '), reason && `「${reason}」`]
          .filter(Boolean)
          .join(' ')}
      </span>
    )
  }
  if (kind === 'lead.touched') {
    const source = sources.find(({ id }) => id === data['sourceId'])
    return source ? <span className="t2"> {label(source.label)}</span> : null
  }
  return kind === 'deadline.warned' && to ? <span className="t2"> {to}</span> : null
}
