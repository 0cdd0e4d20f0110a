import type { Ability, Access, FieldRight } from '@jieli/core'

const reading: ReadonlySet<Ability> = new Set(['see-boards', 'see-sources', 'export'])

const readingOf = (right: FieldRight): FieldRight => (right === 'write' ? 'read' : right)

/** The reading part of somebody's rights, for keys that may not change anything. */
export const readOnlyAccess = (access: Access): Access => ({
  ...access,
  abilities: new Set([...access.abilities].filter((ability) => reading.has(ability))),
  object: (info) => {
    const rights = access.object(info)
    if (!rights) return undefined
    return {
      ...rights,
      create: false,
      update: [],
      delete: [],
      right: (field) => readingOf(rights.right(field)),
      best: (field) => readingOf(rights.best(field)),
      rowsWith: (field, right) => (right === 'write' ? [] : rights.rowsWith(field, right)),
      mayCreateWith: () => false,
    }
  },
})
