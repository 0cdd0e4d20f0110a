/**
 * The paths of a department and of all above it, from the root down: `/1/4/` → `/1/`, `/1/4/`. What is shared with a
 * department is shared with everybody in it and below.
 *
 * @example ancestorsOf('/1/4/') // ['/1/', '/1/4/']
 */
export const ancestorsOf = (path: string | null): string[] => {
  if (path === null) return []
  const codes = path.split('/').filter((code) => code !== '')
  return codes.map((_, index) => `/${codes.slice(0, index + 1).join('/')}/`)
}
