/**
 * A setting with one person in another's place, wherever it names them: a rule's fixed person, its pool, a condition. A list
 * names nobody twice. The same object comes back when it does not name the person.
 *
 * @example replacePerson({ pool: { users: ['a', 'b'] } }, 'a', 'b') // { pool: { users: ['b'] } }
 */
export const replacePerson = (item: unknown, from: string, to: string): unknown => {
  if (item === from) return to
  if (Array.isArray(item)) {
    if (!namesPerson(item, from)) return item
    const replaced = item.map((one) => replacePerson(one, from, to))
    return replaced.filter((one, index) => one !== to || replaced.indexOf(to) === index)
  }
  if (item === null || typeof item !== 'object' || !namesPerson(item, from)) return item
  return Object.fromEntries(Object.entries(item).map(([name, one]) => [name, replacePerson(one, from, to)]))
}

/** Whether a setting names the person anywhere. */
export const namesPerson = (item: unknown, id: string): boolean =>
  item === id || (item !== null && typeof item === 'object' && Object.values(item).some((one) => namesPerson(one, id)))
