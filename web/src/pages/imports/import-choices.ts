import type { ImportMapping, ImportPolicy, ImportPreview } from '../../data/imports.ts'

const usedFields = (mapping: ImportMapping): Set<string> => new Set(Object.values(mapping).filter((field) => field !== null))

/** What can be done with records that are here already, the one that harms least first. Without a key there is nothing to match. */
export const duplicateChoices = (
  { choices }: Pick<ImportPreview, 'choices'>,
  mapping: ImportMapping,
  matchBy: string | null,
): ImportPolicy['duplicates'][] => {
  const used = usedFields(mapping)
  const hasIdentity = choices.identifies.some((name) => used.has(name))
  if (choices.hasDoor) return ['touch', 'update', 'skip', 'ask']
  if (matchBy === null && !hasIdentity) return ['create']
  return ['update', 'skip', 'ask']
}

/**
 * What is set when the page opens: customers get a touch; other records are matched by what identifies, else by a field whose
 * values may not repeat, or made anew.
 */
export const firstPolicy = (preview: Pick<ImportPreview, 'choices'>, mapping: ImportMapping): ImportPolicy => {
  const { hasDoor, identifies, unique } = preview.choices
  const used = usedFields(mapping)
  const hasKey = hasDoor || identifies.some((name) => used.has(name))
  const matchBy = hasKey ? null : (unique.find((name) => used.has(name)) ?? null)
  return {
    duplicates: duplicateChoices(preview, mapping, matchBy)[0] ?? 'create',
    matchBy,
    assign: hasDoor ? 'rules' : 'me',
    notify: true,
    clocks: true,
    defaults: {},
  }
}

/** Fields that must be mapped before the file can be looked through; for customers any one way to reach them will do. */
export const missingFields = ({ choices }: Pick<ImportPreview, 'choices'>, mapping: ImportMapping): string[] => {
  const used = usedFields(mapping)
  return choices.required.filter((name) => !used.has(name))
}

export const lacksIdentity = ({ choices }: Pick<ImportPreview, 'choices'>, mapping: ImportMapping): boolean => {
  const used = usedFields(mapping)
  return choices.hasDoor && choices.identifies.length > 0 && !choices.identifies.some((name) => used.has(name))
}

export const isUsedTwice = (mapping: ImportMapping): boolean => {
  const used = Object.values(mapping).filter((field) => field !== null)
  return new Set(used).size !== used.length
}
