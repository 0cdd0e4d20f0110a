import { describeError, textOf, type ErrorCode, type Form, type Locale } from '@jieli/core'
import { html, trusted, type Html } from '@jieli/extensions/kit/html'
import { accentStyle } from './accent-style.ts'
import { nextStepsOf } from './form-page.ts'
import { formTexts } from './form-texts.ts'
import { thanksScript } from './page-script.ts'
import { brandLine, renderPage, type PublicPage } from './page-shell.ts'
import { noticeStyle } from './page-style.ts'

interface Place {
  locale: Locale
  workspaceName: string
  campusName?: string
  frameAncestors?: string[]
}

interface Notice {
  icon: string
  isGood?: boolean
  title: string
  lines: (Html | string | null)[]
  /** `isOutside`: not in the frame that the page may stand in. */
  link?: { href: string; text: string; isOutside?: boolean }
  footer?: string
  accent?: string | undefined
  script?: string
}

const icons = {
  done: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  closed:
    '<path d="M7 3v3M17 3v3M4 9h16M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1Zm4.5 8 5 4m0-4-5 4"/>',
  alert: '<path d="M12 8v5m0 3.5v.01"/><circle cx="12" cy="12" r="9"/>',
}

const iconOf = ({ icon, isGood }: Notice): Html =>
  html`<div class="ic${isGood && ' ok'}"><svg viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75"
 stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${trusted(icon)}</svg></div>`

const renderNotice = (place: Place, notice: Notice): PublicPage => {
  const lines = notice.lines.map((line) => (typeof line === 'string' ? html`<p class="sub">${line}</p>` : line))
  return renderPage({
    title: `${notice.title} · ${place.workspaceName}`,
    locale: place.locale,
    style: noticeStyle + accentStyle(notice.accent),
    ...(notice.script && { script: notice.script }),
    ...(place.frameAncestors && { frameAncestors: place.frameAncestors }),
    body: html`<header>${brandLine(place.workspaceName, place.campusName)}</header>
<main class="card nt">${iconOf(notice)}<h1>${notice.title}</h1>${lines}
${notice.link && html`<a class="go" href="${notice.link.href}"${notice.link.isOutside && trusted(' target="_blank" rel="noopener"')}>${notice.link.text}</a>`}</main>
${notice.footer && html`<footer>${notice.footer}</footer>`}`,
  })
}

/** After sending. Says nothing of what was sent: the phone may be in other hands by now. */
export const renderThanksPage = (page: Place & { form: Form }): PublicPage =>
  renderNotice(page, {
    icon: icons.done,
    isGood: true,
    title: textOf(page.form.thanks, page.locale),
    script: thanksScript,
    accent: page.form.accent,
    lines: [page.form.thanksText ? textOf(page.form.thanksText, page.locale) : null, nextStepsOf(page.form, page.locale)],
    ...(page.form.thanksLink && {
      link: { href: page.form.thanksLink.url, text: textOf(page.form.thanksLink.label, page.locale), isOutside: true },
    }),
    ...(page.form.contact && { footer: textOf(page.form.contact, page.locale) }),
  })

/** For a form that was switched off: the printed QR code lives on. */
export const renderFormClosedPage = (page: Place & { form: Form }): PublicPage =>
  renderNotice(page, {
    icon: icons.closed,
    title: formTexts[page.locale].closedTitle,
    lines: [formTexts[page.locale].closed],
    accent: page.form.accent,
    ...(page.form.contact && { footer: textOf(page.form.contact, page.locale) }),
  })

/** For everything else that stops a form, in the words of the error table. `formUrl` leads back where that helps. */
export const renderFormErrorPage = (
  code: ErrorCode,
  page: Place & { details?: Record<string, string | number>; formUrl?: string },
): PublicPage =>
  renderNotice(page, {
    icon: icons.alert,
    title: describeError(code, page.details ?? {}, page.locale),
    lines: [],
    ...(page.formUrl?.startsWith('/') && { link: { href: page.formUrl, text: formTexts[page.locale].back } }),
  })
