import type { Meta } from '../../data/meta-shapes.ts'

/** What people and departments are called: by their id, and departments also by the way down to them, as records keep it. */
export const namesOf = ({ departments, users }: Pick<Meta, 'departments' | 'users'>): ReadonlyMap<string, string> =>
  new Map([
    ...departments.flatMap(({ id, path, name }) => [[id, name] as const, [path, name] as const]),
    ...users.map(({ id, name }) => [id, name] as const),
  ])
