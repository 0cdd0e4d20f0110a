/** What a browser without JavaScript would know of a form: inputs that go back untouched, and the choices of each question. */
export interface PublicFormPage {
  hidden: Record<string, string>
  choices: Record<string, string[]>
}

const decode = (text: string): string =>
  text
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')

const attributesOf = (tag: string): Record<string, string> =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].slice(1).map(([, name = '', value = '']) => [name, decode(value)]),
  )

const addChoice = (choices: Record<string, string[]>, name: string | undefined, value: string | undefined): void => {
  if (name && value) (choices[name] ??= []).push(value)
}

/** Reads our own form page. Not a parser of other people's HTML. */
export const readFormPage = (page: string): PublicFormPage => {
  const hidden: Record<string, string> = {}
  const choices: Record<string, string[]> = {}
  let select: string | undefined
  for (const [tag] of page.matchAll(/<(?:input|select|option)\b[^>]*>/g)) {
    const given = attributesOf(tag)
    if (tag.startsWith('<select')) select = given['name']
    else if (tag.startsWith('<option')) addChoice(choices, select, given['value'])
    else if (given['type'] === 'hidden') hidden[given['name'] ?? ''] = given['value'] ?? ''
    else if (given['type'] === 'radio' && !('disabled' in given)) addChoice(choices, given['name'], given['value'])
  }
  return { hidden, choices }
}
