import { describe, expect, it } from 'vitest'
import { formSchema } from '@jieli/core'
import { frameCode, isComplete, linkCode, readHours, retyped, siteOf, usualSlots, withMember, withText } from './form-draft.ts'

const form = formSchema.parse({
  id: 'a',
  sourceId: 's',
  title: { 'zh-CN': '试听' },
  intro: { 'zh-CN': '一分钟', en: 'One minute' },
  fields: [{ name: 'phone' }],
})

describe('the draft of a form', () => {
  it('keeps the English that is there, and has no text at all when emptied', () => {
    expect(withText(form, 'intro', retyped(form.intro, '两分钟')).intro).toEqual({ 'zh-CN': '两分钟', en: 'One minute' })
    expect(withText(form, 'intro', retyped(form.intro, ''))).not.toHaveProperty('intro')
    expect(withMember(withMember(form, 'accent', '#aa0000'), 'accent', undefined)).not.toHaveProperty('accent')
  })

  it('is not complete with half a link or an empty step', () => {
    expect(isComplete(form)).toBe(true)
    expect(isComplete({ ...form, thanksLink: { label: { 'zh-CN': '地图' }, url: 'https://' } })).toBe(false)
    expect(isComplete({ ...form, thanksLink: { label: { 'zh-CN': '地图' }, url: 'https://map.example.com' } })).toBe(true)
    expect(isComplete({ ...form, nextSteps: [{ 'zh-CN': ' ' }] })).toBe(false)
  })

  it.each([
    ['9:00，1830 9:00', ['09:00', '18:30']],
    ['25:00 abc', []],
    ['', []],
  ])('reads hours from %j', (typed, hours) => expect(readHours(typed)).toEqual(hours))

  it('offers hours that the schema takes', () =>
    expect(formSchema.safeParse({ ...form, fields: [{ name: 'trialTime', slots: usualSlots }] }).success).toBe(true))

  it.each([
    ['www.example.com/contact?x=1', 'https://www.example.com'],
    ['http://example.com:8080', 'http://example.com:8080'],
    ['https://*.example.com', 'https://*.example.com'],
    ['', undefined],
    ["https://x; script-src 'unsafe-inline'", undefined],
  ])('takes %j as the site %j, which the schema takes', (typed, site) => {
    expect(siteOf(typed)).toBe(site)
    if (site) expect(formSchema.safeParse({ ...form, embedOn: [site] }).success).toBe(true)
  })

  it('writes code in which no title can break out', () => {
    for (const code of [frameCode('https://a/f/a', '"><script>'), linkCode('https://a/f/a', '"><script>')])
      expect(code).not.toContain('<script')
  })
})
