import { isoOf, wallText, zonedInstant } from '@jieli/core/time/zoned-time'
import { CalendarClock } from 'lucide-react'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'

const toLocal = (instant: string, timeZone: string): string => wallText(Date.parse(instant), timeZone).slice(0, 16)

/** The clock on the workspace's wall, not this machine's: a colleague travelling enters the same moment. */
const fromLocal = (local: string, timeZone: string): string =>
  isoOf(zonedInstant(local.slice(0, 10), local.slice(11, 16), timeZone))

const shown = (instant: string, { timeZone, locale, now }: { timeZone: string; locale: string; now: number }): string => {
  if (Number.isNaN(Date.parse(instant))) return instant
  const local = toLocal(instant, timeZone)
  const isThisYear = local.slice(0, 4) === toLocal(new Date(now).toISOString(), timeZone).slice(0, 4)
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    ...(isThisYear ? {} : { year: 'numeric' as const }),
  }).format(new Date(instant))
  return `${date} ${local.slice(11)}`
}

export const instantForWeb = defineWebFace({
  icon: CalendarClock,
  shelf: 'time',
  width: 136,
  Display: ({ value, tools }) => <>{typeof value === 'string' ? shown(value, tools) : ''}</>,
  Editor: (props) => (
    <input
      {...controlProps(props)}
      type="datetime-local"
      className="inp"
      onBlur={props.onDone}
      value={
        typeof props.value === 'string' && !Number.isNaN(Date.parse(props.value))
          ? toLocal(props.value, props.tools.timeZone)
          : ''
      }
      onChange={(event) =>
        props.onChange(event.target.value === '' ? null : fromLocal(event.target.value.slice(0, 16), props.tools.timeZone))
      }
    />
  ),
})
