import type { FastifyInstance } from 'fastify'

/** Every route of a server as `METHOD /path`, read from its own tree, so that none can be forgotten. */
export const routesOf = (server: FastifyInstance): string[] => {
  const found: string[] = []
  const open: string[] = []
  for (const line of server.printRoutes({ commonPrefix: false }).split('\n')) {
    const match = /^((?:[│ ] {3})*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line)
    if (!match) continue
    const [, indent = '', segment = '', methods = ''] = match
    const depth = indent.length / 4
    open.length = depth
    open.push(segment)
    for (const method of methods.split(', ')) if (method !== '' && method !== 'HEAD') found.push(`${method} ${open.join('')}`)
  }
  return [...new Set(found)].toSorted()
}
