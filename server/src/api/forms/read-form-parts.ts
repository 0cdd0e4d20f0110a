import { createHash } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { FastifyRequest } from 'fastify'
import { MOST_FILE_BYTES, typeOfBytes } from '../../features/files/store-file.ts'
import type { SentFile } from '../../public-pages/read-submission.ts'

/** What was sent: its texts and, by question, its files. */
export interface FormParts {
  posted: URLSearchParams
  files: Map<string, SentFile[]>
}

/** More than any form asks: twenty questions of three. Together they may not be larger than what a phone sends in patience. */
const MOST_FILES = 12
const MOST_BYTES = 3 * MOST_FILE_BYTES
const MOST_TEXTS = 400

/** Reads a form that came in parts, as browsers send it once it asks for files; bytes are looked at, names are not trusted. */
export const readFormParts = async (request: FastifyRequest): Promise<FormParts> => {
  const posted = new URLSearchParams()
  const files = new Map<string, SentFile[]>()
  let total = 0
  const limits = { fileSize: MOST_FILE_BYTES, files: MOST_FILES, fields: MOST_TEXTS, fieldSize: 16_384 }
  // One photo that is too large is said beside its question; it must not end the reading of the others.
  const options = { limits, throwFileSizeLimit: false }
  for await (const part of request.parts(options)) {
    if (part.type === 'field') {
      posted.append(part.fieldname, String(part.value))
      continue
    }
    const bytes = await part.toBuffer()
    total += bytes.length
    if (total > MOST_BYTES) throw new AppError('too-large', { details: { limit: '30 MB' } })
    // A browser sends an empty file for a question that nothing was chosen for.
    if (bytes.length === 0) continue
    files.set(part.fieldname, [...(files.get(part.fieldname) ?? []), await sentFile(part.filename, bytes, part.file.truncated)])
  }
  return { posted, files }
}

const sentFile = async (name: string, bytes: Buffer, isTooLarge: boolean): Promise<SentFile> => ({
  name,
  bytes,
  isTooLarge,
  type: await typeOfBytes(bytes),
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
