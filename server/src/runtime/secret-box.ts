import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { assert } from '@jieli/core'

export interface SecretBox {
  /** Encrypts for a place, e.g. `source:douyin:clientSecret`. The same text sealed twice looks different. */
  seal(plain: string, context: string): string
  /** The text again. Throws for another key, another place, or a changed byte. */
  open(sealed: string, context: string): string
}

/** Written in front, so that a later format can be told from this one. */
const version = 'v1'
const ivBytes = 12
const tagBytes = 16

/**
 * Keeps secrets of connectors unreadable at rest: AES-256-GCM. The place is authenticated too, so that a sealed secret
 * copied from one source's row to another's does not open there.
 */
export const createSecretBox = (key: Uint8Array): SecretBox => {
  assert(key.length === 32, 'the master key has 32 bytes')
  return {
    seal(plain, context) {
      const iv = randomBytes(ivBytes)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(contextBytes(context))
      const bytes = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return `${version}.${Buffer.concat([iv, bytes, cipher.getAuthTag()]).toString('base64url')}`
    },
    open(sealed, context) {
      const bytes = readSealed(sealed)
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, ivBytes), { authTagLength: tagBytes })
      decipher.setAAD(contextBytes(context)).setAuthTag(bytes.subarray(-tagBytes))
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes, -tagBytes)), decipher.final()]).toString('utf8')
    },
  }
}

const contextBytes = (context: string): Buffer => Buffer.from(`${version}:${context}`)

/** Base64 has several spellings of one value; only ours is accepted, so that a sealed text cannot be changed unnoticed. */
const readSealed = (sealed: string): Buffer => {
  const text = sealed.startsWith(`${version}.`) ? sealed.slice(version.length + 1) : ''
  const bytes = Buffer.from(text, 'base64url')
  if (bytes.length < ivBytes + tagBytes || bytes.toString('base64url') !== text)
    throw new Error('not a sealed secret of a known version')
  return bytes
}
