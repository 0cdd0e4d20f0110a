import { Star } from 'lucide-react'
import { defineWebFace } from '../../kit/field-type-for-web.ts'

const most = (settings: Record<string, unknown>): number => (typeof settings['max'] === 'number' ? settings['max'] : 5)

export const ratingForWeb = defineWebFace({
  icon: Star,
  shelf: 'choice',
  width: 96,
  Display: ({ value, settings, tools }) => {
    if (typeof value !== 'number') return null
    const label = tools.locale === 'en' ? `${value} of ${most(settings)}` : `${value}分，满分${most(settings)}`
    return (
      <span role="img" aria-label={label}>
        {'★'.repeat(value)}
        <span className="t3">{'☆'.repeat(Math.max(0, most(settings) - value))}</span>
      </span>
    )
  },
  Editor: ({ id, value, settings, onChange, disabled, describedBy }) => (
    <div id={id} role="radiogroup" aria-describedby={describedBy} className="row g4">
      {Array.from({ length: most(settings) }, (_, index) => index + 1).map((score) => (
        <button
          key={score}
          type="button"
          role="radio"
          aria-checked={value === score}
          aria-label={String(score)}
          disabled={disabled ?? false}
          className="btn sm icon ghost"
          onClick={() => onChange(value === score ? null : score)}
        >
          {typeof value === 'number' && score <= value ? '★' : '☆'}
        </button>
      ))}
    </div>
  ),
})
