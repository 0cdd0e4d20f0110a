import { createHash } from 'node:crypto'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { AppError } from '@jieli/core'
import { fileTypeFromBuffer } from 'file-type'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { pathOfFile } from './path-of-file.ts'

export const MOST_FILE_BYTES = 10 * 1_048_576

/** What phones take and desks scan. Nothing that a browser would run: no SVG, no HTML. */
const accepted: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'application/pdf'])

/** What a sender gives, and what it is for when it hangs on no record. */
export interface FileToStore {
  name: string
  bytes: Uint8Array
  /** The event of a public form that it came with. */
  event?: { sourceId: string; eventId: string }
  /** A picture at the head of a public form. */
  isCover?: boolean
}

export interface StoredFile {
  id: string
  name: string
  size: number
  type: string
}

/**
 * Keeps an uploaded file. What it is, its first bytes tell; neither its name nor the sender's word counts. On disk before in
 * the database, so that a row never points to nothing.
 */
export const storeFile = async (context: Context, input: FileToStore): Promise<StoredFile> => {
  if (input.bytes.length > MOST_FILE_BYTES) throw new AppError('too-large', { details: { limit: '10 MB' } })
  const type = await typeOfBytes(input.bytes)
  if (type === null) throw new AppError('unsupported-type')
  const file = { id: newId(context.now), name: plainName(input.name), size: input.bytes.length, type }
  await writeDurably(pathOfFile(context.workspace, file.id), input.bytes)
  await context.workspace.db.query(
    `INSERT INTO w.file (id, name, type, size, sha256, created_at, created_by, source_id, event_id, is_cover)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      file.id,
      file.name,
      file.type,
      file.size,
      createHash('sha256').update(input.bytes).digest('hex'),
      context.now,
      context.access.userId,
      input.event?.sourceId ?? null,
      input.event?.eventId ?? null,
      input.isCover ?? false,
    ],
  )
  return file
}

/** The media type that the first bytes tell; null: none that is kept. */
export const typeOfBytes = async (bytes: Uint8Array): Promise<string | null> => {
  const type = (await fileTypeFromBuffer(bytes))?.mime
  return type !== undefined && accepted.has(type) ? type : null
}

/** Without folders, control and direction-changing characters; a name is shown and sent back, never used as a path. */
const plainName = (name: string): string => {
  const plain = name
    .normalize('NFC')
    .replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .trim()
  return [...plain].slice(-120).join('') || 'file'
}

const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true })
  const handle = await open(`${path}.part`, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.part`, path)
}
