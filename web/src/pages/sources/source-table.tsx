import type { SourceHealth } from '../../data/sources.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { SourceRow } from './source-row.tsx'

/** Every way in, with what one must know to trust it. */
export function SourceTable({
  sources,
  openId,
  onOpen,
  onRefused,
}: {
  sources: SourceHealth[]
  openId: string | null
  onOpen(id: string): void
  onRefused(id: string): void
}) {
  const text = useText(sourcesMessages)
  return (
    <div className="card scroll-x">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">{text('source')}</th>
            <th scope="col">{text('state')}</th>
            <th scope="col" className="r">
              {text('last24h')}
            </th>
            <th scope="col" className="r">
              {text('lastAt')}
            </th>
            <th scope="col" className="r">
              {text('latency')}
            </th>
            <th scope="col" className="r">
              {text('assign')}
            </th>
            <th scope="col" className="r">
              {text('refused')}
            </th>
            <th scope="col" className="r">
              {text('signature')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow
              key={source.id}
              source={source}
              isOpen={source.id === openId}
              onOpen={() => onOpen(source.id)}
              onRefused={() => onRefused(source.id)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}
