import { leadsMessages } from '../../i18n/messages/leads-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Timeline } from '../../parts/timeline/timeline.tsx'

/** What happened to a record, on its page. */
export function TimelineCard({ object, id }: { object: string; id: string }) {
  const text = useText(leadsMessages)
  return (
    <section className="card record-timeline" aria-label={text('timeline')}>
      <header>
        <h2>{text('timeline')}</h2>
      </header>
      <Timeline object={object} id={id} />
    </section>
  )
}
