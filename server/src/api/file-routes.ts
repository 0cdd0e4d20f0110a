import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { AppError } from '@jieli/core'
import { getFile } from '../features/files/get-file.ts'
import { MOST_FILE_BYTES, storeFile } from '../features/files/store-file.ts'
import type { Http } from './http.ts'

/** Any characters a name has, in the one spelling that every browser reads. */
const encodedName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * Uploads and downloads. What people upload is shown as nothing but what its bytes are, in a page of its own that may do
 * nothing, so that a file can never act with its reader's rights.
 */
export const fileRoutes = (http: Http): void => {
  http.post('/api/v1/files', { config: { rateLimit: { max: 120, timeWindow: 60_000 } } }, async (request, reply) => {
    const context = await request.context()
    const part = await request.file({ limits: { fileSize: MOST_FILE_BYTES, files: 1 }, throwFileSizeLimit: false })
    if (!part) throw new AppError('bad-request')
    const bytes = await part.toBuffer()
    if (part.file.truncated) throw new AppError('too-large', { details: { limit: '10 MB' } })
    return reply.code(201).send(await storeFile(context, { name: part.filename, bytes }))
  })

  http.get('/api/v1/files/:id', { schema: { params: z.object({ id: z.uuid() }) } }, async (request, reply) => {
    const file = await getFile(await request.context(), request.params.id)
    const shows = file.type.startsWith('image/') ? 'inline' : 'attachment'
    return reply
      .type(file.type)
      .header('content-length', file.size)
      .header('content-disposition', `${shows}; filename*=UTF-8''${encodedName(file.name)}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, max-age=300')
      .send(createReadStream(file.path))
  })
}
