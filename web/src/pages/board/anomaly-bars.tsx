import type { SlowResponse } from '../../data/board.ts'
import { joined } from '../../i18n/joined.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { useText } from '../../i18n/use-text.ts'
import { weekdayText } from '../../i18n/zoned-time.ts'

const [base, top] = [108, 20]
const pitch = 28

/** The medians of the last days, those above the limit in the colour of caution, each with its number. */
export function AnomalyBars({ anomaly, usual }: { anomaly: SlowResponse; usual: number }) {
  const text = useText(boardMessages)
  const locale = useLocale()
  const { series, figure } = anomaly
  const greatest = Math.max(figure.threshold, usual, ...series.map(({ value }) => value ?? 0)) * 1.05
  const y = (value: number): number => base - (value / greatest) * (base - top)
  const days = joined(series.map(({ day, value }) => `${weekdayText(day, locale)} ${value ?? '—'}`))
  return (
    <svg
      width="232"
      height="132"
      viewBox="0 0 232 132"
      role="img"
      aria-label={text('barsLabel', { campus: anomaly.campusName, days })}
    >
      <path d={`M0 ${y(figure.threshold)}H204`} stroke="var(--jl-warn-text)" strokeDasharray="3 3" />
      <text x="208" y={y(figure.threshold) + 4} fontSize="12" fill="var(--jl-warn-text)">
        {figure.threshold}h
      </text>
      <path d={`M0 ${y(usual)}H204`} stroke="var(--jl-border-control)" strokeDasharray="2 3" />
      <text x="208" y={y(usual) + 4} fontSize="12" fill="var(--jl-text-3)">
        {usual}h
      </text>
      <path d={`M0 ${base + 0.5}H204`} stroke="var(--jl-border)" />
      {series.map(({ day, value }, index) => {
        const x = 4 + index * pitch
        const isSlow = (value ?? 0) > figure.threshold
        return (
          <g key={day}>
            {value !== null && (
              <>
                <rect
                  x={x}
                  y={y(value)}
                  width="18"
                  height={base - y(value)}
                  rx="2"
                  fill={isSlow ? 'var(--jl-warn)' : 'var(--jl-border-strong)'}
                />
                <text
                  x={x + 9}
                  y={y(value) - 5}
                  textAnchor="middle"
                  fontSize="12"
                  stroke="var(--jl-bg-surface)"
                  strokeWidth="4"
                  paintOrder="stroke"
                  fill={isSlow ? 'var(--jl-text)' : 'var(--jl-text-3)'}
                  fontWeight={isSlow ? 600 : 400}
                >
                  {value.toFixed(1)}
                </text>
              </>
            )}
            <text x={x + 9} y="126" textAnchor="middle" fontSize="12" fill="var(--jl-text-3)">
              {weekdayText(day, locale)}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
