import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isTokenAlive, processToken } from './process-token.ts'

export interface ClusterUsers {
  /** Takes us off the list and says whether nobody else is on it. Only the first call can say yes. */
  leave(): boolean
}

let entries = 0

/**
 * Who uses a running cluster: the application, and perhaps `npm run jieli` beside it. The last one to leave stops it,
 * whoever started it. Processes that were killed are off the list by themselves.
 */
export function joinCluster(directory: string): ClusterUsers {
  mkdirSync(directory, { recursive: true })
  const mine = `${processToken(process.pid)}.${++entries}`
  writeFileSync(join(directory, mine), '')
  let hasLeft = false
  return {
    leave() {
      if (hasLeft) return false
      hasLeft = true
      rmSync(join(directory, mine), { force: true })
      return removeDead(directory) === 0
    },
  }
}

function removeDead(directory: string): number {
  const [living, dead] = [[] as string[], [] as string[]]
  for (const name of readdirSync(directory)) (isTokenAlive(name.replace(/\.\d+$/, '')) ? living : dead).push(name)
  for (const name of dead) rmSync(join(directory, name), { force: true })
  return living.length
}
