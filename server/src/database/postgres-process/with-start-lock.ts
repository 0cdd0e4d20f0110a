import { readFile, rm, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isTokenAlive, processToken } from './process-token.ts'

/** One start or stop at a time on the same home, across processes. A lock left by a killed process does not count. */
export async function withStartLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    const holder = await readFile(path, 'utf8').catch(() => '')
    if (holder && !isTokenAlive(holder)) await rm(path, { force: true })
    else await pause(30)
  }
  try {
    return await work()
  } finally {
    await rm(path, { force: true })
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await writeFile(path, processToken(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
