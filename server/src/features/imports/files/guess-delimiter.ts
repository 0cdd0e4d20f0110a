const candidates = [',', '\t', ';', '|'] as const
const LINES = 30

/** The character between the cells: the one that gives the most lines the same number of cells, counted outside of quotes. */
export const guessDelimiter = (text: string): string => {
  const scores = candidates.map((delimiter) => ({ delimiter, score: scoreOf(countPerLine(text, delimiter)) }))
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

const countPerLine = (text: string, delimiter: string): number[] => {
  const counts: number[] = []
  let count = 0
  let isQuoted = false
  let isBlank = true
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (!isQuoted && character === delimiter) count++
    if (!isQuoted && (character === '\n' || character === '\r')) {
      if (!isBlank) counts.push(count)
      count = 0
      isBlank = true
      if (counts.length >= LINES) break
    } else isBlank = false
  }
  if (!isBlank) counts.push(count)
  return counts
}

/** How many lines agree on the commonest number of delimiters above none; ties go to the larger number. */
const scoreOf = (counts: number[]): number => {
  const lines = new Map<number, number>()
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1)
  return Math.max(0, ...[...lines].map(([count, agreeing]) => agreeing + Math.min(count, 50) / 100))
}
