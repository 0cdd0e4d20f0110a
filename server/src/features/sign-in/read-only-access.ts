import type { Ability, Access } from '@jieli/core'

const reading: ReadonlySet<Ability> = new Set(['see-boards', 'see-sources', 'export'])

/** The reading part of somebody's rights, for keys that may not change anything. */
export const readOnlyAccess = (access: Access): Access => ({
  ...access,
  abilities: new Set([...access.abilities].filter((ability) => reading.has(ability))),
  object: (info) => {
    const rights = access.object(info)
    if (!rights) return undefined
    return {
      ...rights, create: false, update: [], delete: [],
      right: (field) => {
        const right = rights.right(field)
        return right === 'write' ? 'read' : right
      },
    }
  },
})
