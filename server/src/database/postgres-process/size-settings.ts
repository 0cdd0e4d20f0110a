import { readdir, stat } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { PostgresSettings } from './postmaster.ts'

const MB = 1_048_576
const GB = 1_024 * MB

/** A database below this size is a small company's, on whatever machine it has: it gets by on little memory. */
const LARGE = GB

const between = (least: number, value: number, most: number): number => Math.max(least, Math.min(value, most))
const inMb = (bytes: number): string => `${Math.round(bytes / MB)}MB`

/**
 * Memory and log as large as the data asks for and the machine allows. Beyond a gigabyte an eighth of the data is held in
 * shared buffers (at most an eighth of the memory), and checkpoints come less often: each one has every page that is written
 * after it logged whole, which is most of what changing millions of rows costs.
 */
export const sizeSettings = ({ dataBytes, memoryBytes }: { dataBytes: number; memoryBytes: number }): PostgresSettings => {
  const isLarge = dataBytes >= LARGE
  return {
    shared_buffers: inMb(isLarge ? between(128 * MB, dataBytes / 8, memoryBytes / 8) : 64 * MB),
    maintenance_work_mem: inMb(isLarge ? between(64 * MB, memoryBytes / 64, 256 * MB) : 64 * MB),
    max_wal_size: inMb(isLarge ? between(GB, dataBytes / 2, 4 * GB) : GB),
    // What the system's own cache holds is counted too: nothing is allocated by this.
    effective_cache_size: inMb(between(GB, memoryBytes / 2, 64 * GB)),
  }
}

/** What the cluster's tables and indexes take on the disk. */
const measureData = async (dataDirectory: string): Promise<number> => {
  const base = join(dataDirectory, 'base')
  const files = await readdir(base, { recursive: true }).catch(() => [])
  // A file may go while it is looked at.
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(base, file)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  return sizes.reduce((total, size) => total + size, 0)
}

export const sizeSettingsFor = async (dataDirectory: string): Promise<PostgresSettings> =>
  sizeSettings({
    dataBytes: await measureData(dataDirectory),
    // In a container the limit is its memory; without one Node names a number beyond any machine's.
    memoryBytes: Math.min(totalmem(), process.constrainedMemory() || Infinity),
  })
