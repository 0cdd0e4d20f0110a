import { isSameSecret } from '@jieli/extensions/kit/is-same-secret'
import { createHmac } from 'node:crypto'

interface FileTokenPlace {
  formId: string
  secret: string
}

// The version is signed with the rest and keeps this use of the secret apart from every other.
const sign = (fileId: string, { formId, secret }: FileTokenPlace): string =>
  createHmac('sha256', secret).update(`jieli-form-file-1\n${formId}\n${fileId}`).digest('base64url')

/** What a page that comes back carries instead of a photo that is here already: `<file id>.<signature>`. */
export const issueFileToken = (fileId: string, place: FileTokenPlace): string => `${fileId}.${sign(fileId, place)}`

/** The file's id; null for what this form never handed out, so that nobody hangs a file of others on a record of theirs. */
export const checkFileToken = (token: string, place: FileTokenPlace): string | null => {
  const [, fileId, signature] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? []
  return fileId !== undefined && signature !== undefined && isSameSecret(signature, sign(fileId, place)) ? fileId : null
}
