export function BrandMark() {
  return (
    <span className="mark" aria-hidden="true">
      <svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" strokeWidth="3.2" strokeLinecap="round">
        <path d="M4 15.5 12.5 7" />
        <path d="M11.5 17 20 8.5" />
      </svg>
    </span>
  )
}
