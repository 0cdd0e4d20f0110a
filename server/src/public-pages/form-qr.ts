import { textOf, type Form, type Locale } from '@jieli/core'
import { html, trusted } from '@jieli/extensions/kit/html'
import qrcode from 'qrcode'
import { formTexts } from './form-texts.ts'
import { brandLine, renderPage, type PublicPage } from './page-shell.ts'
import { sheetStyle } from './sheet-style.ts'

/** The address as an SVG code: dark on white in every theme, a quarter of it may be covered or torn. */
export const renderFormQr = (address: string): Promise<string> =>
  qrcode.toString(address, { type: 'svg', errorCorrectionLevel: 'Q', margin: 2, color: { dark: '#1A1D24', light: '#FFFFFF' } })

export interface QrSheet {
  form: Form
  /** What the code leads to, with the campaign's own utm parameters. */
  address: string
  locale: Locale
  workspaceName: string
  campusName?: string
}

/** What people may type who cannot scan: without scheme and query. */
const readableAddress = (address: string): string => {
  const url = URL.canParse(address) ? new URL(address) : null
  return url ? `${url.host}${url.pathname}` : address
}

/** An A5 poster for the front desk: printed as it is seen. */
export const renderQrSheet = async (sheet: QrSheet): Promise<PublicPage> => {
  const { form, locale } = sheet
  const title = textOf(form.title, locale)
  return renderPage({
    title: `${title} · ${sheet.workspaceName}${sheet.campusName ?? ''}`,
    locale,
    style: sheetStyle,
    body: html`<main class="sheet">${brandLine(sheet.workspaceName, sheet.campusName)}
<div><h1>${title}</h1>${form.intro && html`<p class="sub">${textOf(form.intro, locale)}</p>`}</div>
<div class="qr" role="img" aria-label="${formTexts[locale].scan}">${trusted(await renderFormQr(sheet.address))}</div>
<div><p class="scan">${formTexts[locale].scan}</p><p class="addr">${readableAddress(sheet.address)}</p></div>
${form.contact && html`<footer>${textOf(form.contact, locale)}</footer>`}</main>`,
  })
}
