/** Size as senders' limits count it: 「不超过 36 个字」 by UTF-16 units, which is never less than what a person counts. */
export const lengthOf = (text: string): number => text.length

/** Size in UTF-8, as byte limits count it. */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length

const graphemes = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' })

/**
 * The text if it fits, else as many whole characters as fit with an ellipsis after them. Never cuts a surrogate pair or
 * an emoji made of several, so the receiver sees no broken sign.
 *
 * @example truncateText('最关注提分科目', 5) // '最关注提…'
 */
export const truncateText = (text: string, limit: number, sizeOf: (text: string) => number = lengthOf): string => {
  if (sizeOf(text) <= limit) return text
  let room = limit - sizeOf('…')
  let kept = ''
  // Segments a window only: no text needs more characters than its limit, and the rest may be megabytes.
  for (const { segment } of graphemes.segment(text.slice(0, limit + 1))) {
    room -= sizeOf(segment)
    if (room < 0) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
