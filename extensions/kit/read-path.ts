/**
 * The value at a dotted path, own properties only, so that no path reaches into prototypes. Undefined when there is none.
 * A whole name wins over its parts: senders do use dots in names.
 *
 * @example readPath({ remark_dict: { 备注: '想上小班' } }, 'remark_dict.备注') // '想上小班'
 */
export const readPath = (source: unknown, path: string): unknown => {
  if (source === null || typeof source !== 'object') return undefined
  if (Object.hasOwn(source, path)) return (source as Record<string, unknown>)[path]
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const head = path.slice(0, dot)
    if (Object.hasOwn(source, head)) return readPath((source as Record<string, unknown>)[head], path.slice(dot + 1))
  }
  return undefined
}
