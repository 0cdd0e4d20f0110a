import type { ReactNode } from 'react'
import { ArrowDown, ArrowUp, Check, TriangleAlert } from 'lucide-react'
import { Sparkline } from './sparkline.tsx'

export interface MetricCardProps {
  label: string
  value: string
  unit: string
  /** In words: 达标, 低于阈值. */
  statusText: string
  status: 'ok' | 'warn' | 'err'
  /** Already in words, e.g. 3.2分; coloured by whether it is good, not by whether it rises. */
  delta: { text: string; rises: boolean; isGood: boolean } | null
  since: string
  thresholdText: string
  trend: (number | null)[]
  threshold: number | null
  trendLabel: string
  onOpen(): void
}

/** Name and state / number and trend / change and threshold. The whole card opens the records behind it. */
export function MetricCard(props: MetricCardProps) {
  const { delta, status } = props
  const Arrow = delta?.rises ? ArrowUp : ArrowDown
  return (
    <button type="button" className="metric" onClick={props.onOpen}>
      <span className="row g8">
        <span className="t2 ell">{props.label}</span>
        <span className="sp" />
        <span className={`chip ${status}`}>
          {status === 'ok' ? <Check size={12} /> : <TriangleAlert size={12} />}
          {props.statusText}
        </span>
      </span>
      <span className="row metric-value">
        <b>{props.value}</b>
        <span className="metric-unit">{props.unit}</span>
        <span className="sp" />
        <Sparkline trend={props.trend} threshold={props.threshold} status={status} label={props.trendLabel} />
      </span>
      <span className="row g8 f12 t3">
        {delta && (
          <>
            <span className={`row nw ${delta.isGood ? 'ok' : 'err'}`}>
              <Arrow size={12} />
              {delta.text}
            </span>
            <span className="nw">{props.since}</span>
          </>
        )}
        <span className="sp" />
        <span className="nw">{props.thresholdText}</span>
      </span>
    </button>
  )
}

/** Cards share one frame and are parted by fine lines. */
export function MetricRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="card metrics" aria-label={label}>
      {children}
    </section>
  )
}
