import type { UserAccount, UserDraft } from '../../data/users.ts'

/** What the drawer begins with. */
export const draftOf = (user: UserAccount | null): Required<UserDraft> => ({
  name: user?.name ?? '',
  login: user?.login ?? '',
  departmentId: user?.departmentId ?? null,
  roleIds: user?.roleIds ?? ['consultant'],
  skills: user?.skills ?? [],
  active: user?.active ?? true,
  holdingCap: user?.holdingCap ?? null,
  dailyCap: user?.dailyCap ?? null,
  weight: user?.weight ?? 1,
  wecomId: user?.wecomId ?? null,
  shift: user?.shift ?? null,
})

/** Whether the server would take it: a name, and a sign-in of two letters at least. */
export const isReady = ({ name, login }: Pick<Required<UserDraft>, 'name' | 'login'>): boolean =>
  name.trim() !== '' && login.trim().length >= 2

/** A whole number as it was typed; nothing typed: none. */
export const wholeOf = (typed: string): number | null =>
  typed.trim() === '' ? null : Math.max(0, Math.trunc(Number(typed)) || 0)

export interface UserFieldsProps {
  draft: Required<UserDraft>
  issueOf(path: string): string | undefined
  onChange(more: UserDraft): void
}
