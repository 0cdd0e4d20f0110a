import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isTokenAlive, processToken } from './process-token.ts'

/** One start or stop at a time on the same home, across processes. A lock left by a killed process does not count. */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    const holder = await readFile(path, 'utf8').catch(() => '')
    if (!isTokenAlive(holder)) await rm(path, { force: true })
    else await pause(30)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

let attempts = 0

/** The file appears with its content in one step (a link to a finished one): an empty lock would belong to nobody. */
async function take(path: string): Promise<boolean> {
  const mine = `${path}.${process.pid}.${++attempts}`
  await writeFile(mine, processToken(process.pid))
  try {
    await link(mine, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(mine, { force: true })
  }
}
