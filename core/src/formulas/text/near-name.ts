import { foldName } from './fold-text.ts'

/** What someone who wrote an unknown name most likely meant; undefined when nothing is near. `nearName('SUMM', ['SUM'])`. */
export const nearName = (name: string, known: Iterable<string>): string | undefined => {
  const wanted = foldName(name)
  let best: { name: string; distance: number } | undefined
  for (const each of known) {
    const candidate = foldName(each)
    const distance = candidate.startsWith(wanted) || wanted.startsWith(candidate) ? 0.5 : editDistance(wanted, candidate)
    if (distance <= furthest(wanted, candidate) && distance < (best?.distance ?? Infinity)) best = { name: each, distance }
  }
  return best?.name
}

/** One slip in a short name, two in a longer one; a name of one character is near nothing but what begins with it. */
const furthest = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length)
  return length < 2 ? 0.5 : length < 5 ? 1 : 2
}

/** Letters to insert, drop, change or swap with their neighbour to get from one to the other. */
const editDistance = (a: string, b: string): number => {
  if (Math.abs(a.length - b.length) > 2) return Infinity
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const ways = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1)]
      row.push(Math.min(...ways, ...(isSwap ? [(before[j - 2] ?? 0) + 1] : [])))
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? Infinity
}
