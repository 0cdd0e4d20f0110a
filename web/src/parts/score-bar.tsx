/** A score of 100 as a short bar and its number. */
export function ScoreBar({ value }: { value: number }) {
  const share = Math.max(0, Math.min(100, value))
  return (
    <span className="row g8">
      <span className="score" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      <span>{value}</span>
    </span>
  )
}
