import { AppError, type Form } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { pathOfFile } from './path-of-file.ts'
import { storeFile, typeOfBytes } from './store-file.ts'
import { stripMetadata } from './strip-metadata.ts'

/** The size of a cover: beyond it a phone waits for a picture instead of a form. */
const MOST_COVER_BYTES = 1_048_576

/** Keeps a picture for the head of forms. Only who configures puts something before strangers. */
export const storeCover = async (context: Context, file: { name: string; bytes: Uint8Array }): Promise<{ id: string }> => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
  if (file.bytes.length > MOST_COVER_BYTES) throw new AppError('too-large', { details: { limit: '1 MB' } })
  const type = await typeOfBytes(file.bytes)
  if (!type?.startsWith('image/')) throw new AppError('unsupported-type')
  const { id } = await storeFile(context, { ...file, bytes: stripMetadata(file.bytes, type), isCover: true })
  return { id }
}

/** A cover that the form shows now; for every other id there is none. */
export const getCover = async (
  context: Context,
  form: Form,
  id: string,
): Promise<{ type: string; size: number; path: string }> => {
  const [row] =
    form.cover?.large === id || form.cover?.small === id
      ? await context.workspace.db.query<{ type: string; size: number }>(
          'SELECT type, size FROM w.file WHERE id = $1 AND is_cover',
          [id],
        )
      : []
  if (!row) throw new AppError('not-found')
  return { ...row, path: pathOfFile(context.workspace, id) }
}
