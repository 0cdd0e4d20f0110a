import type { ApiKeyDraft, KeyScope } from '../../data/api-keys.ts'

export const reaches = ['all', 'read', 'some'] as const
/** How far a new key goes: as its owner, as its owner without writing, or to some objects. */
export type Reach = (typeof reaches)[number]

export interface KeyForm {
  label: string
  userId: string
  reach: Reach
  scopes: readonly KeyScope[]
}

/** Gives an object another access; null takes it out of the key's reach. */
export const withScope = (scopes: readonly KeyScope[], object: string, access: KeyScope['access'] | null): KeyScope[] => {
  const others = scopes.filter((scope) => scope.object !== object)
  return access === null ? others : [...others, { object, access }]
}

/** What is sent; undefined while something is missing: a key to some objects reaches at least one. */
export const draftOf = ({ label, userId, reach, scopes }: KeyForm): ApiKeyDraft | undefined => {
  if (label.trim() === '' || (reach === 'some' && scopes.length === 0)) return undefined
  return { label: label.trim(), userId, readOnly: reach === 'read', ...(reach === 'some' ? { scopes: [...scopes] } : {}) }
}
