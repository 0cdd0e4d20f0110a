import type { Option } from '@jieli/core/fields/option'

const clean = (line: string): string => line.normalize('NFC').replace(/\s+/gu, ' ').trim()
const fold = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')

const colours = 8

const freeId = (taken: ReadonlySet<string>): string => {
  for (let number = taken.size + 1; ; number++) if (!taken.has(`opt${number}`)) return `opt${number}`
}

/**
 * Options from lines of text. One that is there already keeps its id, so records keep their meaning; blank lines and names
 * that cannot be told apart are left out.
 */
export const optionsFromLines = (text: string, before: readonly Option[] = []): Option[] => {
  const taken = new Set(before.map(({ id }) => id))
  const names = new Set<string>()
  return text
    .split(/\r?\n/u)
    .map(clean)
    .flatMap((line) => {
      if (line === '' || names.has(fold(line))) return []
      names.add(fold(line))
      const known = before.find((option) => fold(option.label['zh-CN']) === fold(line))
      if (known) return [known]
      const id = freeId(taken)
      taken.add(id)
      return [{ id, label: { 'zh-CN': line.slice(0, 80) }, color: ((taken.size - 1) % colours) + 1 }]
    })
}

/** Whether two options could be mistaken for each other when typed. */
export const hasTwins = (options: readonly Option[]): boolean =>
  new Set(options.map(({ label }) => fold(label['zh-CN']))).size < options.length

export const withNewOption = (options: readonly Option[], name: string): Option[] => {
  const [added] = optionsFromLines(name, options)
  return !added || options.includes(added) ? [...options] : [...options, added]
}

/** As many as a field of options holds; the server refuses more. */
export const mostOptions = 500

/** The option at `at` taken to `to`; the others keep their order. */
export const swappedOptions = (options: readonly Option[], at: number, to: number): Option[] => {
  const option = options[at]
  return option ? options.toSpliced(at, 1).toSpliced(to, 0, option) : [...options]
}

/** No longer offered, or offered again. The member is absent rather than false: that is how it is stored. */
export const archivedOption = ({ archived: _before, ...option }: Option, isArchived: boolean): Option =>
  isArchived ? { ...option, archived: true } : option
