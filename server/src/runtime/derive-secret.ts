import { createHmac } from 'node:crypto'

/** One key, many uses: each gets its own, so that none can stand in for another. */
export const deriveSecret = (masterKey: Uint8Array, use: 'sign-in' | 'form'): string =>
  createHmac('sha256', masterKey).update(use).digest('base64url')
