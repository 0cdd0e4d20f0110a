import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { writeChecked } from './checked-part.ts'
import { manifestSchema, type Manifest } from './manifest.ts'

/** A backup laid out in a folder, every part of it checked. */
export interface ReadBackup {
  manifest: Manifest
  /** Where a table's rows or a file's bytes lie. */
  tablePath(index: number): string
  filePath(index: number): string
}

/** Unpacks a backup and checks every part against the manifest. Names in the archive never become paths. */
export const readBackup = async (file: string, work: string): Promise<ReadBackup> => {
  const { manifest, found } = await unpack(file, work)
  const expected = new Map([
    ...manifest.tables.map((part) => [`tables/${part.name}.copy`, part] as const),
    ...manifest.files.map((part) => [`files/${part.name}`, part] as const),
  ])
  for (const [name, part] of expected) {
    const actual = found.get(name)
    if (!actual || actual.sha256 !== part.sha256 || actual.bytes !== part.bytes)
      throw new Error(`the backup is damaged: ${name} ${actual ? 'is not what the manifest says' : 'is missing'}`)
  }
  if (manifest.files.some((part) => !isInside(part.name)))
    throw new Error('the backup is damaged: a file would lie outside its folder')
  const pathOf = (name: string): string => join(work, `part-${found.get(name)?.index ?? -1}`)
  return {
    manifest,
    tablePath: (index) => pathOf(`tables/${manifest.tables[index]?.name}.copy`),
    filePath: (index) => pathOf(`files/${manifest.files[index]?.name}`),
  }
}

interface Found {
  index: number
  bytes: number
  sha256: string
}

const unpack = async (file: string, work: string): Promise<{ manifest: Manifest; found: Map<string, Found> }> => {
  const found = new Map<string, Found>()
  let manifest: Manifest | undefined
  const tar = extract()
  const reading = pipeline(createReadStream(file), createGunzip(), tar)
  // Told once below; without this a damaged file would also be an unhandled rejection.
  reading.catch(() => undefined)
  try {
    for await (const entry of tar) {
      if (entry.header.name === 'manifest.json') manifest = manifestSchema.parse(JSON.parse(await text(Readable.from(entry))))
      else
        found.set(entry.header.name, {
          index: found.size,
          ...(await writeChecked(Readable.from(entry), join(work, `part-${found.size}`))),
        })
    }
    await reading
  } catch (error) {
    throw new Error(`this is not a readable backup: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
  if (!manifest) throw new Error('this is not a backup: it has no manifest')
  return { manifest, found }
}

const isInside = (name: string): boolean =>
  name.split('/').every((step) => step !== '' && step !== '.' && step !== '..') && !name.includes('\\') && !name.includes('\0')
