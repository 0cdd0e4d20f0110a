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
export const storeFile = async (context: Context, input: { name: string; bytes: Uint8Array }): Promise<StoredFile> => {
  if (input.bytes.length > MOST_FILE_BYTES) throw new AppError('too-large', { details: { limit: '10 MB' } })
  const type = (await fileTypeFromBuffer(input.bytes))?.mime
  if (type === undefined || !accepted.has(type)) throw new AppError('unsupported-type')
  const file = { id: newId(context.now), name: plainName(input.name), size: input.bytes.length, type }
  await writeDurably(pathOfFile(context.workspace, file.id), input.bytes)
  await context.workspace.db.query(
    'INSERT INTO w.file (id, name, type, size, sha256, created_at, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [
      file.id,
      file.name,
      file.type,
      file.size,
      createHash('sha256').update(input.bytes).digest('hex'),
      context.now,
      context.access.userId,
    ],
  )
  return file
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
