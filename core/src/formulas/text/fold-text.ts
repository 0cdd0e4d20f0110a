/** Typographic signs that people and input methods write, by what they stand for. Each is one character for one. */
const signs: Record<string, string> = {
  '　': ' ',
  '、': ',',
  ';': ',',
  '；': ',',
  '【': '[',
  '】': ']',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '−': '-',
  '–': '-',
  '×': '*',
  '÷': '/',
  '·': '.',
}

/**
 * A formula's text with full-width letters, digits and punctuation made plain. Character for character, so that a place
 * in one is the same place in the other. `foldSigns('如果（Ａ＞１，是）')` is `如果(A>1,是)`.
 */
export const foldSigns = (text: string): string =>
  text.replace(/[；;、【】“”„«»−–×÷·\u3000\uFF01-\uFF5E]/g, (sign) => {
    const plain = signs[sign] ?? String.fromCharCode(sign.charCodeAt(0) - 0xfee0)
    return signs[plain] ?? plain
  })

/** How names are told apart when typed: width, case and blanks do not count. `foldName('ＡＰＰ 推广')` is `app推广`. */
export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/gu, '')
