import { describe, expect, it } from 'vitest'
import { renderFormQr, renderQrSheet } from './form-qr.ts'
import { sampleForm } from './sample-form.ts'

describe('QR code of a form', () => {
  it('is an SVG, dark on white', async () => {
    const svg = await renderFormQr('https://crm.example.com/f/jiangning')
    expect(svg).toMatch(/^<svg .*<\/svg>\s*$/s)
    expect(svg).toContain('#FFFFFF')
  })

  it('differs for another address', async () => {
    expect(await renderFormQr('https://crm.example.com/f/a')).not.toBe(await renderFormQr('https://crm.example.com/f/b'))
  })

  it('stands on a poster with title, campus and an address that can be typed', async () => {
    const { html } = await renderQrSheet({
      form: sampleForm,
      address: 'https://crm.example.com/f/jiangning?utm_source=qr',
      locale: 'zh-CN',
      workspaceName: '青屿教育',
      campusName: '江宁<校区>',
    })
    expect(html).toContain('约一节免费试听课')
    expect(html).toContain('江宁&lt;校区&gt;')
    expect(html).toContain('crm.example.com/f/jiangning<')
    expect(html).toContain('size:A5')
  })
})
