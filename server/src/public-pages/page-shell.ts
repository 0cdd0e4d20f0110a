import type { Locale } from '@jieli/core'
import { html, trusted, type Html } from '@jieli/extensions/kit/html'
import { createHash } from 'node:crypto'

/** A page and the policy it must be sent with. */
export interface PublicPage {
  html: string
  contentSecurityPolicy: string
}

export interface PageShell {
  title: string
  locale: Locale
  style: string
  script?: string
  body: Html
  /** Shows pictures of this site, not only those it carries itself. */
  hasImages?: boolean
  /** Sites that may show the page in a frame: `*`, `'self'`, origins, or nobody when empty. */
  frameAncestors?: string[]
}

const sourceHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

const originPattern = /^(\*|'self'|https?:\/\/[a-z0-9*.-]+(:\d+)?)$/i

/** Nothing may load or run but what this page carries, known by its hash; answers go to this site only. */
const policyOf = (shell: PageShell): string => {
  const ancestors = (shell.frameAncestors ?? []).filter((origin) => originPattern.test(origin))
  return [
    "default-src 'none'",
    `style-src ${sourceHash(shell.style)}`,
    shell.script ? `script-src ${sourceHash(shell.script)}` : '',
    `img-src data:${shell.hasImages ? " 'self'" : ''}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** A whole document around a body: no request but its own. */
export const renderPage = (shell: PageShell): PublicPage => ({
  html: html`<!doctype html>
<html lang="${shell.locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex"><meta name="referrer" content="same-origin"><title>${shell.title}</title><link rel="icon" href="data:,"><style>${trusted(shell.style)}</style></head><body>
${shell.body}${shell.script && html`<script>${trusted(shell.script)}</script>`}</body></html>
`.toString(),
  contentSecurityPolicy: policyOf(shell),
})

const mark = html`<span class="mk"><svg viewBox="0 0 24 24" width="16" height="16" fill="none" stroke="currentColor" stroke-width="3.2" stroke-linecap="round" aria-hidden="true"><path d="M4 15.5 12.5 7M11.5 17 20 8.5"/></svg></span>`

/** Whose page it is. */
export const brandLine = (workspaceName: string, campusName: string | undefined): Html =>
  html`<div class="br">${mark}<span>${workspaceName}${campusName && ` · ${campusName}`}</span></div>`
