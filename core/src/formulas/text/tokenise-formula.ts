import type { FormulaNames } from './formula-names.ts'
import { foldSigns } from './fold-text.ts'

/** A place in a formula's text, counted in UTF-16 units as editors do. */
export interface Span {
  offset: number
  length: number
}

export type TokenKind =
  | 'number'
  | 'percent'
  | 'text'
  | 'exact-text'
  | 'field'
  | 'word'
  | 'sign'
  | 'open'
  | 'close'
  | 'comma'
  | 'stray'
  | 'end'

export interface Token extends Span {
  kind: TokenKind
  /** What it says: a text's content, a field's name, the folded sign. */
  text: string
  /** A text or field whose end was not found. */
  isUnclosed?: boolean
}

const wordPattern = /[\p{L}_][\p{L}\p{N}_.]*/uy
const numberPattern = /\d+(?:\.\d+)?(?:[ \t]*(%))?/uy
const closers: Record<string, string> = { '"': '"', "'": "'", '{': '}' }

/** The text as words, numbers and signs. Never fails: what it does not know is a `stray`. The last token is the end. */
export const tokeniseFormula = (text: string, names: FormulaNames): Token[] => {
  const plain = foldSigns(text)
  const tokens: Token[] = []
  for (let at = 0; at < plain.length;) {
    if (/\s/u.test(plain[at] ?? '')) {
      at += 1
      continue
    }
    const token = tokenAt({ text, plain, at }, names)
    tokens.push(token)
    at += token.length
  }
  return [...tokens, { kind: 'end', text: '', offset: text.length, length: 0 }]
}

interface Place {
  text: string
  /** The folded text. */
  plain: string
  at: number
}

const tokenAt = (place: Place, names: FormulaNames): Token => {
  const { plain, at } = place
  const sign = plain[at] ?? ''
  if (sign === '"' || sign === "'") return quoted(place, 'text')
  if (sign === '@' && plain[at + 1] === '"') {
    const inner = quoted({ ...place, at: at + 1 }, 'exact-text')
    return { ...inner, offset: at, length: inner.length + 1 }
  }
  if (sign === '{') return quoted(place, 'field')
  return numberAt(place) ?? wordAt(place, names) ?? signAt(place, names)
}

/** What stands between a pair of signs; the closing one doubled, or after a backslash in a field, stands for itself. */
const quoted = ({ text, plain, at }: Place, kind: TokenKind): Token => {
  const opener = plain[at] ?? ''
  const closer = closers[opener] ?? ''
  // Inside straight quotes only straight ones close, inside curly ones only curly ones.
  const isCurly = /[“”„«»]/u.test(text[at] ?? '')
  const closes = (index: number): boolean =>
    plain[index] === closer && (closer !== '"' || isCurly === /[“”„«»]/u.test(text[index] ?? ''))
  let content = ''
  for (let index = at + 1; index < text.length; index += 1) {
    if (opener === '{' && text[index] === '\\') content += text[(index += 1)] ?? ''
    else if (!closes(index)) content += text[index]
    else if (opener !== '{' && closes(index + 1) && text[index] === text[index + 1]) content += text[(index += 1)]
    else return { kind, text: content, offset: at, length: index + 1 - at }
  }
  return { kind, text: content, offset: at, length: text.length - at, isUnclosed: true }
}

const matchAt = (pattern: RegExp, { plain, at }: Place): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(plain)
}

const numberAt = (place: Place): Token | null => {
  const match = matchAt(numberPattern, place)
  if (!match) return null
  const text = match[0].replace(/[ \t%]+$/u, '')
  return { kind: match[1] ? 'percent' : 'number', text, offset: place.at, length: match[0].length }
}

const wordAt = (place: Place, names: FormulaNames): Token | null => {
  const whole = matchAt(wordPattern, place)?.[0]
  if (whole === undefined) return null
  // 且非 and 且如果 are two words that Chinese writes together.
  const joiner = names.isWord(whole) ? undefined : names.joiners.find((word) => whole.startsWith(word))
  const text = joiner ?? whole
  return { kind: 'word', text, offset: place.at, length: text.length }
}

const kinds: Record<string, TokenKind> = { '(': 'open', '[': 'open', ')': 'close', ']': 'close', ',': 'comma' }

const signAt = ({ plain, at }: Place, names: FormulaNames): Token => {
  const sign = names.signs.find((each) => plain.startsWith(each, at))
  if (sign !== undefined) return { kind: 'sign', text: sign, offset: at, length: sign.length }
  const [character = ''] = String.fromCodePoint(plain.codePointAt(at) ?? 0)
  return { kind: kinds[character] ?? 'stray', text: character, offset: at, length: character.length }
}
