import type { FormSlots, Locale } from '@jieli/core'
import { daysFrom, wallClock, withOffset, type CalendarDay } from '../../kit/calendar-days.ts'
import { attributes, html, type Html } from '../../kit/html.ts'
import { chip, grouped, textControl, valuesOf } from '../../kit/public-controls.ts'
import type { PublicInput, PublicInputProps } from '../../kit/public-input.ts'
import { readLastText } from '../../kit/public-input.ts'

/** When families come: weekday evenings, weekends by day. */
const usualSlots: FormSlots = {
  week: [
    ...Array.from({ length: 5 }, () => ['18:30', '19:30']),
    ['09:30', '14:00', '15:30', '18:30'],
    ['09:30', '14:00', '15:30', '18:30'],
  ],
  days: 8,
}
/** The next days first, then those with the most to choose from, so that a page on Monday still offers the weekend. */
const nextDays = 3
const richDays = 2
const leadMinutes = 120

const weekdays: Record<Locale, readonly string[]> = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}

const dayName = (day: CalendarDay, index: number, locale: Locale): string => {
  const near = locale === 'en' ? ['Today', 'Tomorrow'] : ['今天', '明天']
  return near[index] ?? weekdays[locale][day.weekday] ?? ''
}

const formatDay = (day: CalendarDay, locale: Locale, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', ...parts }).format(
    new Date(`${day.date}T00:00:00Z`),
  )

/** Chinese days are short and share the month in the legend; English ones carry theirs. */
const shortDate = (day: CalendarDay, locale: Locale): string =>
  locale === 'en' ? formatDay(day, locale, { day: 'numeric', month: 'short' }) : `${Number(day.date.slice(8))}日`

const monthsOf = (days: OfferedDay[], locale: Locale): string =>
  locale === 'en' ? '' : [...new Set(days.map(({ day }) => `${Number(day.date.slice(5, 7))}月`))].join('至')

/** The same moment may have been written in another zone, or without its offset. */
const isSameMoment = (a: string, b: string): boolean => a === b || (Date.parse(a) === Date.parse(b) && /[+Z]/.test(a))

interface OfferedDay {
  day: CalendarDay
  name: string
  moments: { value: string; time: string }[]
}

/** Days with times still to come; the next two hours are gone, nobody can prepare a lesson in less. */
const offeredDays = (props: PublicInputProps, slots: FormSlots): OfferedDay[] => {
  const soonest = Date.parse(props.now) + leadMinutes * 60_000
  return daysFrom(props.now, props.timeZone, slots.days)
    .map((day, index) => ({
      day,
      name: dayName(day, index, props.locale),
      moments: (slots.week[day.weekday] ?? [])
        .map((time) => ({ time, value: withOffset(`${day.date}T${time}`, props.timeZone) }))
        .filter(({ value }) => Date.parse(value) >= soonest),
    }))
    .filter(({ moments }) => moments.length > 0)
}

const shownDays = (offered: OfferedDay[]): OfferedDay[] => {
  const rich = offered
    .slice(nextDays)
    .toSorted((a, b) => b.moments.length - a.moments.length)
    .slice(0, richDays)
  return offered.filter((day, index) => index < nextDays || rich.includes(day))
}

const dayRow = (props: PublicInputProps, offered: OfferedDay, isFirst: boolean): Html => {
  const chips = offered.moments.map(({ time, value }, index) =>
    chip(
      { value, label: time },
      {
        type: 'radio',
        name: props.name,
        id: isFirst && index === 0 ? props.id : undefined,
        required: props.required,
        checked: valuesOf(props).some((chosen) => isSameMoment(chosen, value)),
        'aria-label': `${formatDay(offered.day, props.locale, { day: 'numeric', month: 'long' })} ${offered.name} ${time}`,
      },
    ),
  )
  return html`<div class="d"><div class="dd"><b>${shortDate(offered.day, props.locale)}</b>${offered.name}</div><div class="os">${chips}</div></div>`
}

const wallOf = (value: string, timeZone: string): string => {
  if (!/(Z|[+-]\d\d:\d\d)$/.test(value) || Number.isNaN(Date.parse(value))) return value
  return wallClock(new Date(value), timeZone)
}

/** The way out of the chips: another moment, typed into the phone's own calendar, shown once it is asked for. */
const otherTime = (props: PublicInputProps, isOffered: boolean): Html => {
  const typed = isOffered
    ? ''
    : (valuesOf(props)
        .map((value) => wallOf(value, props.timeZone))
        .at(-1) ?? '')
  const text = props.locale === 'en' ? 'Another time' : '都不方便，另选时间'
  const radio = attributes({ type: 'radio', name: props.name, value: '', checked: typed !== '' })
  const calendar = attributes({
    type: 'datetime-local',
    name: props.name,
    value: typed,
    min: wallClock(new Date(props.now), props.timeZone),
    'aria-label': text,
  })
  return html`<div class="ot"><label class="o"><input${radio}><span>${text}</span></label><input${calendar}></div>`
}

/**
 * A moment chosen from those on offer, or typed. Radios and the calendar share one name: the last that is filled
 * counts, so it works without JavaScript.
 */
export const instantPublicInput: PublicInput = {
  offersSlots: true,
  render: (props) => {
    const days = shownDays(offeredDays(props, props.slots ?? usualSlots))
    if (days.length === 0)
      return textControl(
        { ...props, value: valuesOf(props).map((value) => wallOf(value, props.timeZone)) },
        { type: 'datetime-local', min: wallClock(new Date(props.now), props.timeZone) },
      )
    const isOffered = valuesOf(props).some((chosen) =>
      days.some(({ moments }) => moments.some(({ value }) => isSameMoment(chosen, value))),
    )
    return grouped(props, html`${days.map((day, index) => dayRow(props, day, index === 0))}${otherTime(props, isOffered)}`, {
      role: 'radiogroup',
      remark: monthsOf(days, props.locale),
    })
  },
  read: (texts, { timeZone }) => {
    const text = readLastText(texts)
    if (text === null || !/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) || Number.isNaN(Date.parse(`${text}Z`))) return text
    return withOffset(text, timeZone)
  },
}
