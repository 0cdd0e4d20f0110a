import { CircleAlert, CircleCheck, CirclePause, KeyRound, TriangleAlert } from 'lucide-react'
import { connectors, isConnectorName } from '@jieli/extensions/connectors'
import type { SourceHealth } from '../../data/sources.ts'
import { useMe } from '../../data/session.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { Chip } from '../../parts/chip.tsx'
import { useNow } from '../../parts/use-now.ts'
import { latencyText } from './latency-text.ts'

export const useConnectorLabel = (): ((name: string) => string) => {
  const label = useLabel()
  return (name) => (isConnectorName(name) ? label(connectors[name].label) : name)
}

/** How a source is doing, as a word with its sign. */
export function SourceState({ source }: { source: SourceHealth }) {
  const text = useText(sourcesMessages)
  if (!source.enabled)
    return (
      <Chip>
        <CirclePause size={12} aria-hidden="true" />
        {text('off')}
      </Chip>
    )
  if (source.secrets.some(({ isSet }) => !isSet))
    return (
      <Chip tone="warn">
        <KeyRound size={12} aria-hidden="true" />
        {text('noSecret')}
      </Chip>
    )
  if (source.status === 'silent')
    return (
      <Chip tone="err">
        <CircleAlert size={12} aria-hidden="true" />
        {text('silent')}
      </Chip>
    )
  if (source.status === 'quiet')
    return (
      <Chip tone="warn">
        <TriangleAlert size={12} aria-hidden="true" />
        {text('quiet')}
      </Chip>
    )
  return (
    <Chip tone="ok">
      <CircleCheck size={12} aria-hidden="true" />
      {text('fresh')}
    </Chip>
  )
}

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
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const {
    workspace: { timeZone },
  } = useMe()
  const connectorLabel = useConnectorLabel()
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
            <tr
              key={source.id}
              className={`opens${source.id === openId ? ' cur' : ''}${source.enabled ? '' : ' off'}`}
              onClick={() => onOpen(source.id)}
            >
              <td>
                <button type="button" className="name nw" onClick={() => onOpen(source.id)}>
                  {source.label}
                </button>
                <div className="t3 f12 nw">{connectorLabel(source.connector)}</div>
              </td>
              <td className="source-state">
                <SourceState source={source} />
                <div className="t3 f12">
                  {source.sentence
                    ? label(source.sentence)
                    : source.usualPerHour > 0
                      ? text('usual', { n: source.usualPerHour })
                      : ''}
                </div>
              </td>
              <td className="r b">{source.last24h.toLocaleString('en')}</td>
              <td className="r nw">
                {source.lastAt ? (
                  momentText(source.lastAt, now, { timeZone, locale })
                ) : (
                  <span className="t3">{text('never')}</span>
                )}
              </td>
              <td className="r nw">{latencyText(source.medianLatencyMs, text)}</td>
              <td className="r nw">{latencyText(source.medianAssignMs, text)}</td>
              <td className="r">
                {source.failed > 0 ? (
                  <button
                    type="button"
                    className="link err"
                    onClick={(event) => {
                      event.stopPropagation()
                      onRefused(source.id)
                    }}
                  >
                    {source.failed}
                  </button>
                ) : (
                  <span className="t3">0</span>
                )}
              </td>
              <td className={`r${source.signatureRefusals > 0 ? ' warn' : ' t3'}`}>{source.signatureRefusals}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
