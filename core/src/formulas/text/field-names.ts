import { locales, type Label, type Locale } from '../../i18n/label.ts'
import { foldName } from './fold-text.ts'
import type { FieldNames } from './formula-vocabulary.ts'

/** A field by its path; `labels` has one label for every hop: those of 校区 and 城市 for `campus.city`. */
export interface NamedField {
  path: string
  labels: Label[]
}

/**
 * Names for fields: labels in the reader's language where they are clear, API names where two fields share a label. An
 * API name always means its own field, whatever others are called.
 * @example fieldNames([{ path: 'campus.city', labels: [campus, city] }], 'zh-CN').nameOf('campus.city') // '校区.城市'
 */
export const fieldNames = (fields: Iterable<NamedField>, locale: Locale): FieldNames => {
  const paths = new Set<string>()
  const byLabel = new Map<string, Set<string>>()
  const written = new Map<string, string>()
  for (const { path, labels } of fields) {
    paths.add(path)
    written.set(path, nameIn(labels, locale))
    for (const each of locales) {
      const name = foldName(nameIn(labels, each))
      byLabel.set(name, (byLabel.get(name) ?? new Set()).add(path))
    }
  }
  const named = (name: string): readonly string[] => (paths.has(name) ? [name] : [...(byLabel.get(foldName(name)) ?? [])])
  return {
    named,
    nameOf: (path) => {
      const label = written.get(path) ?? path
      const found = named(label)
      return found.length === 1 && found[0] === path && label === label.trim() ? label : path
    },
    names: () => written.values(),
  }
}

const nameIn = (labels: Label[], locale: Locale): string => labels.map((label) => label[locale] ?? label['zh-CN']).join('.')
