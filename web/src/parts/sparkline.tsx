/** Where each point of a trend stands in a 96 × 36 picture. Gaps break the line. */
export const sparklinePath = (
  trend: (number | null)[],
  range: { min: number; max: number },
): { path: string; last: { x: number; y: number } | null } => {
  const place = (value: number, index: number) => ({
    x: trend.length < 2 ? 93 : 3 + (index * 90) / (trend.length - 1),
    y: range.max === range.min ? 18 : 33 - ((value - range.min) / (range.max - range.min)) * 30,
  })
  let path = ''
  let last: { x: number; y: number } | null = null
  trend.forEach((value, index) => {
    if (value === null) return
    last = place(value, index)
    path += `${index === 0 || trend[index - 1] === null || path === '' ? 'M' : 'L'}${last.x.toFixed(1)} ${last.y.toFixed(1)}`
  })
  return { path, last }
}

interface SparklineProps {
  trend: (number | null)[]
  threshold?: number | null
  status: 'ok' | 'warn' | 'err'
  label: string
}

export function Sparkline({ trend, threshold = null, status, label }: SparklineProps) {
  const values = [...trend.filter((value) => value !== null), ...(threshold === null ? [] : [threshold])]
  if (values.length === 0) return null
  const range = { min: Math.min(...values), max: Math.max(...values) }
  const { path, last } = sparklinePath(trend, range)
  const line =
    threshold === null || range.max === range.min ? null : 33 - ((threshold - range.min) / (range.max - range.min)) * 30
  return (
    <svg width="96" height="36" viewBox="0 0 96 36" role="img" aria-label={label}>
      {line !== null && <path d={`M0 ${line.toFixed(1)}H96`} stroke="var(--jl-border-control)" strokeDasharray="2 3" />}
      <path d={path} fill="none" stroke="var(--jl-text-3)" strokeWidth="1.5" strokeLinejoin="round" strokeLinecap="round" />
      {last && <circle cx={last.x} cy={last.y} r="3" fill={`var(--jl-${status})`} stroke="var(--jl-bg-surface)" />}
    </svg>
  )
}
