import { describe, expect, it } from 'vitest'
import type { PublicInputProps } from '../kit/public-input.ts'
import { readLastText } from '../kit/public-input.ts'
import { fieldTypes } from './index.ts'
import { publicInputOf, publicInputs } from './public-inputs.ts'

const options = [
  { id: 'math', label: { 'zh-CN': '数学', en: 'Maths' } },
  { id: 'physics', label: { 'zh-CN': '物理' } },
  { id: 'old', label: { 'zh-CN': '停招' }, archived: true },
]
const props = (more: Partial<PublicInputProps> = {}): PublicInputProps => ({
  id: 'f-x',
  name: 'x',
  label: '一项',
  required: true,
  value: '',
  settings: { options, max: 5, object: 'campus' },
  locale: 'zh-CN',
  now: '2026-11-21T03:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  choices: [
    { value: 'c1', label: '江宁校区' },
    { value: 'c2', label: '鼓楼校区' },
  ],
  ...more,
})
const render = (name: string, more: Partial<PublicInputProps> = {}): string =>
  publicInputOf(name)?.render(props(more)).toString() ?? ''
const place = { timeZone: 'Asia/Shanghai' }

describe.each(Object.keys(publicInputs))('the public input of %s', (name) => {
  it('has a control with the name, a label, and a place that the error summary leads to', () => {
    const page = render(name)
    expect(page).toContain('name="x"')
    expect(page).toContain('一项')
    expect(page.match(/id="f-x"/g)).toHaveLength(1)
  })

  it('ties issue and help to the control for screen readers', () => {
    const page = render(name, { issue: '请改', help: '说明' })
    expect(page).toContain('aria-describedby="f-x-e f-x-h"')
    expect(page).toMatch(/<p class="e" id="f-x-e">请改<\/p>.*<p class="h" id="f-x-h">说明<\/p>/s)
  })

  it('lets nothing that was typed, and no label, break out of its place', () => {
    const hostile = '"><script>alert(1)</script>\'`'
    const page = render(name, {
      label: hostile,
      help: hostile,
      example: hostile,
      value: [hostile],
      issue: hostile,
      choices: [{ value: hostile, label: hostile }],
      settings: { options: [{ id: hostile, label: hostile }] },
    })
    expect(page).not.toContain('<script')
  })

  it('survives settings it does not know', () => {
    expect(render(name, { settings: { options: 'none', max: 'many' } })).toContain('<')
  })

  it('reads nothing from nothing', () => {
    const read = publicInputOf(name)?.read ?? readLastText
    expect(read([], place)).toBeNull()
    expect(read(['', ''], place)).toBeNull()
  })

  it('belongs to a field type', () => {
    expect(Object.keys(fieldTypes)).toContain(name)
  })
})

describe('selects', () => {
  it('are chips when few, a list when many, and never offer what is archived', () => {
    expect(render('select')).toContain('type="radio"')
    expect(render('select')).not.toContain('停招')
    const many = Array.from({ length: 12 }, (_, index) => ({ id: `g${index}`, label: { 'zh-CN': `${index}年级` } }))
    expect(render('select', { settings: { options: many }, value: 'g3' })).toContain(
      '<option value="g3" selected>3年级</option>',
    )
  })

  it('let an optional answer be taken back without JavaScript', () => {
    expect(render('select', { required: false })).toContain('value=""')
  })

  it('read every tick of a multi-select once', () => {
    expect(publicInputs['multi-select'].read?.(['math', '', 'math', 'physics'], place)).toEqual(['math', 'physics'])
  })
})

describe('the calendar', () => {
  it('offers times of the next days and the weekend, with the offset of the zone', () => {
    const page = render('instant')
    expect(page).toContain('value="2026-11-22T14:00+08:00"')
    expect(page).toContain('value="2026-11-28T09:30+08:00"')
    expect(page).toContain('明天')
  })

  it('offers nothing that is past or about to begin', () => {
    expect(render('instant')).not.toContain('2026-11-21T09:30')
    expect(render('instant', { now: '2026-11-21T05:00:00.000Z' })).not.toContain('2026-11-21T14:00')
  })

  it('keeps the chip that was chosen, in whatever zone it is written', () => {
    expect(render('instant', { value: '2026-11-22T06:00:00.000Z' })).toMatch(/checked[^>]* value="2026-11-22T14:00\+08:00"/)
  })

  it('keeps a time that was typed', () => {
    expect(render('instant', { value: ['', '2026-12-24T10:00'] })).toContain('value="2026-12-24T10:00"')
  })

  it('is a plain calendar when the form offers no times', () => {
    const page = render('instant', { slots: { week: Array.from({ length: 7 }, () => []), days: 0 } })
    expect(page).toContain('type="datetime-local"')
    expect(page).not.toContain('radio')
  })

  it('reads a typed time in the zone of the form, before the chip above it', () => {
    expect(publicInputs.instant.read?.(['2026-11-22T14:00+08:00', '2026-12-24T10:00'], place)).toBe('2026-12-24T10:00+08:00')
    expect(publicInputs.instant.read?.(['2026-11-22T14:00+08:00', ''], place)).toBe('2026-11-22T14:00+08:00')
    expect(publicInputs.instant.read?.(['2026-99-99T99:99'], place)).toBe('2026-99-99T99:99')
  })

  it('sends what the field type understands', () => {
    expect(fieldTypes.instant.parse('2026-11-22T14:00+08:00', { timeZone: 'UTC', seconds: false })).toEqual({
      ok: true,
      value: '2026-11-22T06:00:00.000Z',
    })
  })
})

it('tags are split at commas of any kind', () => {
  expect(publicInputs.tags.read?.(['数学，英语, 数学、物理'], place)).toEqual(['数学', '英语', '物理'])
})
