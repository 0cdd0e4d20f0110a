import type { Field, Form } from '@jieli/core'
import { publicInputs } from '@jieli/extensions/field-types/public-inputs'
import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { renderFormPage, type FormPage } from './form-page.ts'
import { renderFormClosedPage, renderFormErrorPage, renderThanksPage } from './notice-pages.ts'
import { sampleFields, sampleForm } from './sample-form.ts'

const page = (more: Partial<FormPage> = {}): FormPage => ({
  form: sampleForm,
  fields: sampleFields,
  values: {},
  issues: [],
  token: 'tok',
  locale: 'zh-CN',
  workspaceName: '青屿教育',
  campusName: '江宁校区',
  hidden: { q_utm_source: 'wechat' },
  now: '2026-11-21T03:00:00.000Z',
  timeZone: 'Asia/Shanghai',
  privacyUrl: '/privacy',
  ...more,
})
const render = (more: Partial<FormPage> = {}): string => renderFormPage(page(more)).html

/** The tags of a page with the names of their attributes; fails where anything is not a whole tag or escaped text. */
const outlineOf = (text: string): string[] => {
  const body = text.replace(/<(style|script)>.*?<\/\1>/gs, '').replace('<!doctype html>', '')
  const token = /<(\/?[a-z][a-z0-9]*)((?: [a-z][a-zA-Z0-9-]*(?:="[^"<>]*")?)*) ?\/?>|[^<>]+/gy
  const outline: string[] = []
  let end = 0
  for (const match of body.matchAll(token)) {
    end = match.index + match[0].length
    if (match[1]) outline.push(match[1] + (match[2] ?? '').replace(/="[^"]*"/g, ''))
  }
  expect(body.slice(end)).toBe('')
  return outline
}

describe('form page', () => {
  it('is at most 30 KB for seven fields, and less than 7 KB as it travels', async () => {
    const text = render()
    expect(Buffer.byteLength(text)).toBeLessThan(20_000)
    const { gzipSync } = await import('node:zlib')
    expect(gzipSync(text).byteLength).toBeLessThan(7_000)
  })

  it('asks for nothing from the network', () => {
    expect(render()).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  it('carries token, trap and hidden inputs', () => {
    expect(render()).toContain('name="_token" value="tok"')
    expect(render()).toContain('name="q_utm_source" value="wechat"')
    expect(render()).toMatch(/class="hp" aria-hidden="true">.*name="contact_website" tabindex="-1"/)
  })

  it('gives every control a label', () => {
    const text = render()
    for (const [, id] of text.matchAll(/<(?:input type="(?:text|tel)"|select|textarea) id="([^"]+)"/g))
      expect(text).toContain(`<label class="l" for="${id}">`)
  })

  it('keeps everything typed and leads from the summary to each mistake', () => {
    const text = render({
      values: { name: ['张女士'], phone: ['１３８'], grade: ['o6'], note: ['第一行\n第二行'] },
      issues: [
        { path: 'phone', code: 'not-a-phone' },
        { path: 'subject', code: 'required' },
      ],
    })
    expect(text).toContain('还有 2 项要改')
    for (const path of ['phone', 'subject']) {
      expect(text).toContain(`href="#f-${path}"`)
      expect(text).toContain(`id="f-${path}"`)
    }
    expect(text).toContain('value="张女士"')
    expect(text).toContain('value="１３８"')
    expect(text).toContain('<option value="o6" selected>')
    expect(text).toContain('第一行\n第二行</textarea>')
  })

  it('allows exactly its own style and script, and frames only where told', () => {
    const { html, contentSecurityPolicy } = renderFormPage(page())
    for (const tag of ['style', 'script']) {
      const text = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html)?.[1] ?? ''
      expect(contentSecurityPolicy).toContain(`${tag}-src 'sha256-${createHash('sha256').update(text).digest('base64')}'`)
    }
    expect(contentSecurityPolicy).toContain("default-src 'none'")
    expect(contentSecurityPolicy).toContain("frame-ancestors 'none'")
    expect(
      renderFormPage(page({ frameAncestors: ['https://www.example.com', "x; script-src 'unsafe-inline'"] }))
        .contentSecurityPolicy,
    ).toMatch(/frame-ancestors https:\/\/www\.example\.com$/)
    expect(html).not.toMatch(/ style="| on[a-z]+="/)
  })

  it('has the same tags and attributes whatever texts stand in it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
      fc.constantFrom('"><script>', "'-->", '</textarea><img src=x>', '&lt;', '</title>', '{{x}}'),
    )
    const withText = (text: string): string[] => {
      const label = { 'zh-CN': text }
      const form: Form = {
        ...sampleForm,
        title: label,
        intro: label,
        submitLabel: label,
        contact: label,
        nextSteps: [label],
        fields: sampleForm.fields.map((entry) => ({ ...entry, label, help: label, example: label })),
      }
      return outlineOf(
        renderFormPage(
          page({
            form,
            values: { name: text, phone: text, note: text, wechat: [text] },
            hidden: { q_landing: text },
            workspaceName: text,
            campusName: text,
            token: text,
          }),
        ).html,
      )
    }
    const expected = withText('正常')
    fc.assert(
      fc.property(hostile, (text) => {
        expect(withText(text)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('draws every field type that may be public', () => {
    const types = Object.keys(publicInputs)
    const fields: Field[] = types.map((type, index) => ({
      id: `f_${index}`,
      name: `a${index}`,
      label: { 'zh-CN': type },
      type,
      settings: { options: [{ id: 'o', label: { 'zh-CN': '甲' } }] },
      required: false,
      sensitive: false,
      readOnly: false,
      identifies: false,
      searchable: false,
    }))
    const form: Form = { ...sampleForm, fields: fields.map(({ name }) => ({ name, required: true })) }
    const choices = { [`a${types.indexOf('relation')}`]: [{ value: 'c1', label: '江宁' }] }
    const text = render({ form, fields, choices })
    for (const { name } of fields) expect(text).toContain(`name="${name}"`)
    expect(Buffer.byteLength(text)).toBeLessThan(30_000)
  })

  it('does not ask for what is fixed, read-only, gone, or inside', () => {
    const [name, ...rest] = sampleFields
    const form: Form = {
      ...sampleForm,
      fixed: { grade: 'o1' },
      fields: [...sampleForm.fields, { name: 'gone', required: true }, { name: 'campus', required: true }],
    }
    const campus: Field = { ...sampleFields[0]!, id: 'f_9', name: 'campus', type: 'relation', settings: { object: 'campus' } }
    const text = render({ form, fields: [{ ...name!, readOnly: true }, ...rest, campus] })
    for (const absent of ['name', 'grade', 'gone', 'campus']) expect(text).not.toContain(` name="${absent}"`)
  })

  it('asks for consent only where there is something to read about it', () => {
    expect(render()).toContain('name="_consent"')
    const { privacyUrl: _, ...without } = page()
    expect(renderFormPage(without).html).not.toContain('name="_consent"')
    expect(render({ privacyUrl: 'javascript:alert(1)' })).not.toContain('javascript:')
  })

  it('speaks English to those who read it', () => {
    const text = render({ locale: 'en', issues: [{ path: 'phone', code: 'required' }] })
    expect(text).toContain('<html lang="en">')
    expect(text).toContain('Book a free trial lesson')
    expect(text).toContain('One answer needs a change')
  })
})

describe('notice pages', () => {
  const place = { form: sampleForm, locale: 'zh-CN' as const, workspaceName: '青屿教育', campusName: '江宁校区' }

  it('wears its own colour, and its policy knows that style', () => {
    const { html, contentSecurityPolicy } = renderFormPage(page({ form: { ...sampleForm, accent: '#17703a' } }))
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''
    expect(style).toContain('--a:#17703a')
    expect(contentSecurityPolicy).toContain(createHash('sha256').update(style).digest('base64'))
  })

  it('thanks with more words and a way on that leaves a frame, and may stand where the form may', () => {
    const { html, contentSecurityPolicy } = renderThanksPage({
      form: {
        ...sampleForm,
        thanksText: { 'zh-CN': '请带上最近一次试卷' },
        thanksLink: { label: { 'zh-CN': '看地图' }, url: 'https://map.example.com/?a=1&b=2' },
      },
      locale: 'zh-CN',
      workspaceName: '青屿教育',
      frameAncestors: ["'self'", 'https://www.example.com'],
    })
    expect(html).toContain('请带上最近一次试卷')
    expect(html).toContain('href="https://map.example.com/?a=1&amp;b=2" target="_blank" rel="noopener"')
    expect(contentSecurityPolicy).toMatch(/frame-ancestors 'self' https:\/\/www\.example\.com$/)
  })

  it('thanks in the words of the form and says what comes next', () => {
    const { html } = renderThanksPage(place)
    expect(html).toContain('已收到，顾问会尽快联系您')
    expect(html).toContain('到店报手机号后四位即可')
  })

  it('a closed form says so and whom to ask', () => {
    expect(renderFormClosedPage(place).html).toContain('这张表单已停用')
    expect(renderFormClosedPage(place).html).toContain('江宁校区：地铁口')
  })

  it('errors speak as the error table does, and lead back only within the site', () => {
    expect(renderFormErrorPage('too-many-requests', { ...place, formUrl: '/f/jiangning' }).html).toContain(
      'href="/f/jiangning"',
    )
    expect(renderFormErrorPage('spam-refused', place).html).toContain('提交没有通过校验')
    expect(renderFormErrorPage('not-found', { ...place, formUrl: 'javascript:x' }).html).not.toContain('javascript')
  })
})
