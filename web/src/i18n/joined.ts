import { currentLocale } from './locale-store.ts'

/** Names one after another, as the reader's language sets them apart: 「李娜、徐可」, "Li, Xu". Parts of a sentence with `between`. */
export const joined = (words: readonly string[], between: 'names' | 'parts' = 'names'): string => {
  const isEnglish = currentLocale() === 'en'
  if (between === 'parts') return words.join(isEnglish ? '; ' : '；')
  return words.join(isEnglish ? ', ' : '、')
}
