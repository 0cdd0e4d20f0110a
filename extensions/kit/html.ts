/** HTML that is safe to put into a page. Only `html` and `trusted` make it. */
export class Html {
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

/** What may stand in a template: text is escaped, `Html` is not, absent and false parts leave nothing. */
export type HtmlPart = Html | string | number | false | null | undefined | readonly HtmlPart[]

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '`': '&#96;' }
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g

/** Text as it may stand in an element or in a quoted attribute. Characters that HTML forbids are dropped. */
export const escapeHtml = (text: string): string =>
  text
    .toWellFormed()
    .replace(forbidden, '')
    .replace(/[&<>"'`]/g, (character) => entities[character] ?? '')

const textOfPart = (part: HtmlPart): string => {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.toString()
  if (typeof part === 'object') return part.map(textOfPart).join('')
  return escapeHtml(String(part))
}

/**
 * A template that escapes by default.
 * @example html`<p title="${label}">${help && html`<b>${help}</b>`}</p>`
 */
export const html = (strings: TemplateStringsArray, ...parts: HtmlPart[]): Html =>
  new Html(strings.reduce((text, string, index) => text + textOfPart(parts[index - 1]) + string))

/** Text of our own that is HTML already: style sheets, icons. Never anything a person typed. */
export const trusted = (text: string): Html => new Html(text)

/** Attributes as ` name="value"`; true gives the bare name, absent and false give nothing. Names are ours. */
export const attributes = (map: Record<string, string | number | boolean | undefined>): Html =>
  new Html(
    Object.entries(map)
      .map(([name, value]) => {
        if (value === undefined || value === false) return ''
        return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
      })
      .join(''),
  )
