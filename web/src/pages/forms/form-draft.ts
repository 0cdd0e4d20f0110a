import type { Form, FormSlots, Label } from '@jieli/core'

export interface FormPartProps {
  draft: Form
  onChange(next: Form): void
}

type TextKey = 'intro' | 'contact' | 'thanksText'

/** Chinese is typed; the English that is there stays. Emptied, there is no text at all. */
export const retyped = (before: Label | undefined, typed: string): Label | undefined =>
  typed === '' ? undefined : { ...before, 'zh-CN': typed }

/** A text that a form may go without. */
export const withText = (form: Form, key: TextKey, label: Label | undefined): Form => {
  const { [key]: _, ...rest } = form
  return label ? { ...rest, [key]: label } : rest
}

/** A member that is taken away is not there, rather than there and undefined. */
export const withMember = <T extends object, K extends keyof T>(whole: T, key: K, value: T[K] | undefined): T => {
  const { [key]: _, ...rest } = whole
  return (value === undefined ? rest : { ...rest, [key]: value }) as T
}

const isFilled = (label: Label): boolean => label['zh-CN'].trim() !== ''

/** Whether the texts that every form has are there, and a link that is begun is whole. */
export const isComplete = ({ title, submitLabel, thanks, thanksLink, nextSteps = [] }: Form): boolean =>
  [title, submitLabel, thanks, ...nextSteps].every(isFilled) &&
  (!thanksLink || (isFilled(thanksLink.label) && /^https?:\/\/[^/\s]+/.test(thanksLink.url)))

const clock = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/

/**
 * The hours that somebody typed for a day; what is no hour is left out.
 *
 * @example readHours('9:00，1830') // ['09:00', '18:30']
 */
export const readHours = (typed: string): string[] => {
  const hours = typed.split(/[\s,，、;；]+/).flatMap((word) => {
    const [, hour, minute] = clock.exec(word) ?? []
    return hour && minute ? [`${hour.padStart(2, '0')}:${minute}`] : []
  })
  return [...new Set(hours)].toSorted().slice(0, 8)
}

/** Evenings and weekends of the week to come: what a form offers that says nothing. */
export const usualSlots: FormSlots = {
  week: [...Array.from({ length: 5 }, () => ['18:30', '19:30']), ['10:00', '14:00', '16:00'], ['10:00', '14:00', '16:00']],
  days: 7,
}

/** The site of an address that was pasted, as `embedOn` wants it; undefined when it is none. */
export const siteOf = (typed: string): string | undefined => {
  const text = typed.trim()
  const address = /^https?:\/\//.test(text) ? text : `https://${text}`
  const isWild = address.includes('://*.')
  const plain = isWild ? address.replace('://*.', '://') : address
  if (text === '' || !URL.canParse(plain)) return undefined
  const { origin, hostname } = new URL(plain)
  if (!/^[a-z0-9.-]+$/.test(hostname)) return undefined
  return isWild ? origin.replace('://', '://*.') : origin
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The form inside another page, without a script. */
export const frameCode = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" style="width:100%;max-width:480px;height:820px;border:0"></iframe>`

/** A button that leads to the form, for pages where frames are not wanted. */
export const linkCode = (address: string, title: string, accent = '#2b56d6'): string =>
  `<a href="${escaped(address)}" style="display:inline-block;padding:12px 24px;border-radius:8px;background:${escaped(accent)};color:#fff;text-decoration:none">${escaped(title)}</a>`
