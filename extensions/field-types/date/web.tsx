import { Calendar as CalendarIcon } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

const shown = (day: string, locale: string): string =>
  /^\d{4}-\d{2}-\d{2}$/u.test(day)
    ? new Intl.DateTimeFormat(locale, {
        timeZone: 'UTC',
        year: 'numeric',
        month: locale === 'en' ? 'short' : 'long',
        day: 'numeric',
      }).format(new Date(`${day}T00:00:00Z`))
    : day

export const dateForWeb = plainFace({
  icon: CalendarIcon,
  shelf: 'time',
  type: 'date',
  width: 120,
  show: (value, _settings, { locale }) => shown(String(value ?? ''), locale),
})
