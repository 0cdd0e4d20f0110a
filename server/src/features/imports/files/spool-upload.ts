import { createWriteStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { AppError } from '@jieli/core'
import { fileLimits } from './file-limits.ts'
import { unreadable } from './unreadable.ts'

/** An upload on its way in. The parser of multipart bodies cuts a file at the limit and says so in `truncated`. */
export type Upload = Readable & { truncated?: boolean }

/** Keeps the upload on disk while `read` looks at it, more than once if it must; it is gone afterwards whatever happened. */
export const withSpooledUpload = async <T>(upload: Upload, read: (path: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'jieli-upload-'))
  try {
    const path = join(folder, 'file')
    await pipeline(upload, createWriteStream(path, { mode: 0o600 }))
    const { size } = await stat(path)
    if (upload.truncated === true || size > fileLimits.bytes)
      throw new AppError('too-large', { details: { limit: `${fileLimits.bytes / 1_048_576} MB` } })
    if (size === 0) throw unreadable('文件是空的')
    return await read(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
