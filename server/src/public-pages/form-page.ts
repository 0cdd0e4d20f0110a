import { textOf, type Field, type Form, type Issue, type Locale } from '@jieli/core'
import { attributes, html, type Html } from '@jieli/extensions/kit/html'
import { accentStyle } from './accent-style.ts'
import { askedFields, type AskedField, type FormChoices } from './asked-fields.ts'
import { formNames } from './form-names.ts'
import { formTexts, issueText } from './form-texts.ts'
import { formScript, photoScript } from './page-script.ts'
import { brandLine, renderPage, type PublicPage } from './page-shell.ts'
import { formStyle } from './page-style.ts'

export interface FormPage {
  form: Form
  /** Of the form's object; those the form does not name are not looked at. */
  fields: Field[]
  /** What was typed before, by field name; shown again as it was typed. */
  values: Record<string, string | string[]>
  issues: Issue[]
  /** Why the page is back although no answer is wrong. */
  notice?: 'too-fast' | 'too-old'
  token: string
  locale: Locale
  workspaceName: string
  campusName?: string
  /** Inputs to be sent back untouched: see `hiddenInputsOf`. */
  hidden: Record<string, string>
  /** What relations on the form may point to, such as the campuses near by. */
  choices?: FormChoices
  /** Asks for consent, with a link to what is done with the answers. Absent: not asked. */
  privacyUrl?: string
  /** Where it is posted; by default the address of the page itself, without its query. */
  action?: string
  /** ISO, the server's clock. */
  now: string
  timeZone: string
  frameAncestors?: string[]
}

const controlId = (name: string): string => `f-${name}`

interface Question {
  name: string
  label: string
  isHalf: boolean
  control: Html
}

const questionOf = (page: FormPage, { entry, field, input, required, choices }: AskedField): Question => {
  const label = textOf(entry.label ?? field.label, page.locale)
  const help = entry.help ?? field.help
  const issue = page.issues.find(({ path }) => path === entry.name)
  const control = input.render({
    id: controlId(entry.name),
    name: entry.name,
    label,
    required,
    value: page.values[entry.name] ?? '',
    settings: field.settings,
    locale: page.locale,
    now: page.now,
    timeZone: page.timeZone,
    ...(help && { help: textOf(help, page.locale) }),
    ...(entry.example && { example: textOf(entry.example, page.locale) }),
    ...(issue && { issue: issueText(issue, page.locale) }),
    ...(entry.slots && { slots: entry.slots }),
    ...(choices && { choices }),
  })
  return { name: entry.name, label, isHalf: entry.half ?? false, control }
}

/** Two halves next to each other share a row; a half alone takes it whole. */
const rowsOf = (questions: Question[]): Html[] => {
  const rows: Html[] = []
  for (let index = 0; index < questions.length; index++) {
    const [first, second] = [questions[index], questions[index + 1]]
    if (first?.isHalf && second?.isHalf) {
      rows.push(html`<div class="two">${first.control}${second.control}</div>`)
      index++
    } else if (first) rows.push(first.control)
  }
  return rows
}

/** All that is wrong, first on the page, each a link to its control. */
const summaryOf = (page: FormPage, questions: Question[]): Html | null => {
  const texts = formTexts[page.locale]
  if (page.issues.length === 0) {
    if (!page.notice) return null
    return html`<div class="es" role="alert" tabindex="-1"><h2>${page.notice === 'too-old' ? texts.tooOld : texts.tooFast}</h2></div>`
  }
  const lines = page.issues.map((issue) => {
    const label = questions.find(({ name }) => name === issue.path)?.label
    return html`<li><a href="#${controlId(issue.path)}">${label && `${label}${page.locale === 'en' ? ': ' : '：'}`}${issueText(issue, page.locale)}</a></li>`
  })
  return html`<div class="es" role="alert" tabindex="-1"><h2>${texts.mistakes(page.issues.length)}</h2><ul>${lines}</ul></div>`
}

const consentOf = (page: FormPage): Html | null => {
  if (!page.privacyUrl || !/^(https?:\/\/|\/)/.test(page.privacyUrl)) return null
  const texts = formTexts[page.locale]
  const issue = page.issues.find(({ path }) => path === formNames.consent)
  const id = controlId(formNames.consent)
  const [comma, stop] = page.locale === 'en' ? ['. ', '. '] : ['，', '。']
  const box = attributes({
    type: 'checkbox',
    id,
    name: formNames.consent,
    value: 'yes',
    required: true,
    'aria-invalid': issue ? 'true' : undefined,
    'aria-describedby': issue ? `${id}-e` : undefined,
  })
  const link = html`<a href="${page.privacyUrl}" target="_blank" rel="noopener">${texts.consentLink}</a>`
  return html`<label class="ck"><input${box}><span>${texts.consent(page.workspaceName)}${comma}${link}${stop}${texts.consentEnd}</span></label>
${issue && html`<p class="e" id="${id}-e">${issueText(issue, page.locale)}</p>`}`
}

const hiddenOf = (page: FormPage): Html => {
  const inputs = Object.entries({ ...page.hidden, [formNames.token]: page.token, [formNames.trail]: '' })
  return html`${inputs.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="hp" aria-hidden="true"><label>${formTexts[page.locale].trap}<input type="text" name="${formNames.trap}" tabindex="-1" autocomplete="off"></label></div>`
}

/** What comes after sending, as on the form and on the page of thanks. */
export const nextStepsOf = (form: Form, locale: Locale): Html | null =>
  form.nextSteps && form.nextSteps.length > 0
    ? html`<ol class="next">${form.nextSteps.map((step) => html`<li><span>${textOf(step, locale)}</span></li>`)}</ol>`
    : null

/** Two widths, of which the phone takes the one it needs; its place is kept free, and the form does not wait for it. */
const coverOf = ({ id, cover }: Form): Html | null =>
  cover
    ? html`<img class="cv" src="/f/${id}/cover/${cover.small}" srcset="/f/${id}/cover/${cover.small} 640w, /f/${id}/cover/${cover.large} 1280w" sizes="(min-width:480px) 480px, 100vw" width="${cover.width}" height="${cover.height}" alt="" loading="lazy" decoding="async">`
    : null

/** The public form as one document of about ten kilobytes, complete without JavaScript. */
export const renderFormPage = (page: FormPage): PublicPage => {
  const { form, locale } = page
  const asked = askedFields(form, page.fields, page.choices)
  const questions = asked.map((one) => questionOf(page, one))
  const asksFiles = asked.some(({ input }) => input.files)
  const title = textOf(form.title, locale)
  return renderPage({
    title: `${title} · ${page.workspaceName}${page.campusName ?? ''}`,
    locale,
    style: formStyle + accentStyle(form.accent),
    script: formScript(locale) + (asksFiles ? photoScript : ''),
    hasImages: form.cover !== undefined,
    ...(page.frameAncestors && { frameAncestors: page.frameAncestors }),
    body: html`${coverOf(form)}<header>${brandLine(page.workspaceName, page.campusName)}
<h1>${title}</h1>${form.intro && html`<p class="sub">${textOf(form.intro, locale)}</p>`}</header>
<main>${summaryOf(page, questions)}<form method="post" action="${page.action ?? `/f/${form.id}`}" accept-charset="utf-8"${asksFiles && html` enctype="multipart/form-data"`}>
<div class="card">${rowsOf(questions)}</div>
${consentOf(page)}${hiddenOf(page)}
<button class="go">${textOf(form.submitLabel, locale)}</button><p class="st" role="status"></p></form>${nextStepsOf(form, locale)}</main>
${form.contact && html`<footer>${textOf(form.contact, locale)}</footer>`}`,
  })
}
