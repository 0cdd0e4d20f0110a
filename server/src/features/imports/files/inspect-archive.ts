import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { AppError } from '@jieli/core'
import { fileLimits } from './file-limits.ts'
import { unreadable } from './unreadable.ts'

/** An archive whose table of contents was read and found harmless. */
export interface Archive {
  has(name: string): boolean
  /** A part's text, in pieces. What unfolds to more than it declared breaks off with an error. */
  read(name: string): Promise<AsyncIterable<Buffer>>
  close(): void
}

/** Opens an archive, or refuses one that would unfold to more than we are willing to hold. Nothing is unpacked for that. */
export const inspectArchive = async (path: string): Promise<Archive> => {
  const zip = await openZip(path)
  try {
    const entries = await entriesOf(zip)
    requireHarmless([...entries.values()])
    return {
      has: (name) => entries.has(name),
      read: (name) => readEntry(zip, entries.get(name)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

const broken = (cause: unknown): AppError => unreadable('文件已损坏，或者没有上传完整。请用 Excel 打开后另存一份再试', cause)

const openZip = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(broken(error)) : resolve(zip),
    )
  })

const entriesOf = (zip: ZipFile): Promise<Map<string, Entry>> =>
  new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    zip.on('error', (error) => reject(broken(error)))
    zip.on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry)
      if (entries.size > fileLimits.archiveEntries) reject(bomb())
      else zip.readEntry()
    })
    zip.readEntry()
  })

const bomb = (): AppError => unreadable('它解压后大得不正常，没有打开。请只保留要导入的工作表，另存为 .xlsx 再试')

/** Sizes are the archive's own words, but they bind it: every reader here stops at what was declared. */
const requireHarmless = (entries: Entry[]): void => {
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const isTooTight = unpacked > 10 * 1_048_576 && unpacked > packed * fileLimits.unpackedRatio
  const isSilent = entries.some((entry) => entry.uncompressedSize === 0 && entry.compressedSize > 16)
  if (unpacked > fileLimits.unpackedBytes || isTooTight || isSilent) throw bomb()
}

const readEntry = (zip: ZipFile, entry: Entry | undefined): Promise<AsyncIterable<Buffer>> =>
  new Promise((resolve, reject) => {
    if (!entry) reject(broken(undefined))
    else
      zip.openReadStream(entry, (error, stream) =>
        error ? reject(broken(error)) : resolve(piecesOf(stream as AsyncIterable<Buffer>)),
      )
  })

/** A part that unfolds to more than was declared, or not at all, breaks off here. */
async function* piecesOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* stream
  } catch (error) {
    throw broken(error)
  }
}
