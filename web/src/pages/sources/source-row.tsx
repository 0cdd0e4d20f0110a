import type { SourceHealth } from '../../data/sources.ts'
import { useMe } from '../../data/session.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { momentText } from '../../i18n/zoned-time.ts'
import { useNow } from '../../parts/use-now.ts'
import { latencyText } from './latency-text.ts'
import { SourceState } from './source-state.tsx'
import { useConnectorLabel } from '../../parts/use-connector-label.ts'

interface SourceRowProps {
  source: SourceHealth
  isOpen: boolean
  onOpen(): void
  onRefused(): void
}

/** One way in: how it is doing, what came, and what could not be taken. */
export function SourceRow({ source, isOpen, onOpen, onRefused }: SourceRowProps) {
  const text = useText(sourcesMessages)
  const label = useLabel()
  const locale = useLocale()
  const now = useNow()
  const { timeZone } = useMe().workspace
  const connectorLabel = useConnectorLabel()
  return (
    <tr className={`opens${isOpen ? ' cur' : ''}${source.enabled ? '' : ' off'}`} onClick={onOpen}>
      <td>
        <button type="button" className="name nw" onClick={onOpen}>
          {source.label}
        </button>
        <div className="t3 f12 nw">{connectorLabel(source.connector)}</div>
      </td>
      <td className="source-state">
        <SourceState source={source} />
        <div className="t3 f12">
          {source.sentence ? label(source.sentence) : source.usualPerHour > 0 ? text('usual', { n: source.usualPerHour }) : ''}
        </div>
      </td>
      <td className="r b">{source.last24h.toLocaleString('en')}</td>
      <td className="r nw">
        {source.lastAt ? momentText(source.lastAt, now, { timeZone, locale }) : <span className="t3">{text('never')}</span>}
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
              onRefused()
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
  )
}
