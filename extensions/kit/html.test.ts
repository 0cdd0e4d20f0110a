import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributes, escapeHtml, html, trusted } from './html.ts'

const unescape = (text: string): string =>
  text.replace(
    /&(?:amp|lt|gt|quot|#39|#96);/g,
    (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&#96;': '`' })[entity] ?? entity,
  )

describe('html', () => {
  it('escapes text, keeps HTML, and leaves out what is absent or false', () => {
    const page = html`<p>${'<b>'}${html`<i>${'&'}</i>`}${null}${undefined}${false}${0}${['"', trusted('<hr>')]}</p>`
    expect(page.toString()).toBe('<p>&lt;b&gt;<i>&amp;</i>0&quot;<hr></p>')
  })

  it('lets no text, whatever it is, open a tag or leave a quoted attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const escaped = escapeHtml(text)
        expect(escaped).not.toMatch(/[<>"'`]/)
        expect(escaped.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&')
      }),
    )
  })

  it('gives back the same text once the browser has read it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unescape(escapeHtml(text))).toBe(text)
      }),
    )
  })

  it('drops characters that HTML forbids and halves of surrogate pairs', () => {
    expect(escapeHtml('a\u0000b\u0008\ud800c\n')).toBe('ab\ufffdc\n')
  })

  it('writes attributes with quotes, bare when true, not at all when absent', () => {
    expect(attributes({ value: '"><script>', required: true, min: undefined, max: false, rows: 2 }).toString()).toBe(
      ' value="&quot;&gt;&lt;script&gt;" required rows="2"',
    )
  })
})
