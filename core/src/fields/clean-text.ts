/** Joins emoji (👩‍🏫): kept there, noise everywhere else. */
const strayJoiners = /(?<!\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu
/** Control characters but tab and newline; zero-width and soft hyphens; marks that turn text around (used to disguise names). */
const noise =
  /(?![\t\n])\p{Cc}|\u034F|[\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu

/** Pasted and scanned text brings halves of characters; PostgreSQL takes none of them. */
const dropLoneSurrogates = (text: string): string => (text.isWellFormed() ? text : text.replace(/\p{Surrogate}/gu, ''))

/** True when the text holds a NUL, which PostgreSQL cannot store and no person types. */
export const hasNul = (text: string): boolean => text.includes('\u0000')

/**
 * Text without what cannot be seen: one way to write each character (NFC), lines ended by `\n`, no zero-width, control or
 * direction marks, no halves of surrogate pairs. Full-width punctuation stays, it is proper Chinese.
 */
export function cleanText(text: string): string {
  const visible = dropLoneSurrogates(text)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(noise, '')
    .replace(strayJoiners, '')
  return visible.normalize('NFC').trim()
}

/** `cleanText` on one line: for names, titles, whatever is not meant to have paragraphs. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/gu, ' ')

/** For codes, numbers and dates: full-width digits and letters become plain ones (NFKC), spaces single. `１３８－００` → `138-00`. */
export const cleanCode = (text: string): string => cleanText(cleanText(text).normalize('NFKC')).replace(/\s+/gu, ' ')
