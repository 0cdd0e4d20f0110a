import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import type { Issue } from '@jieli/core'

/** Argon2id as OWASP has it for 2026: 19 MiB, two passes. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost)

export const isPasswordOf = (stored: string, password: string): Promise<boolean> => verify(stored, password.normalize('NFKC'))

const SHORTEST = 8
const LONGEST = 200

/** What every guesser tries first. A longer list belongs to a company's own policy. */
const known = new Set([
  '12345678',
  '123456789',
  '1234567890',
  '88888888',
  '66666666',
  '00000000',
  '11111111',
  'password',
  'password1',
  'qwertyui',
  'qwerty123',
  'abcd1234',
  'a1234567',
  'admin123',
  '123456789a',
  'iloveyou',
])

/** Why a password cannot be taken: length counts, composition does not; what everybody guesses is refused. */
export const weaknessOf = (password: string, login: string): Omit<Issue, 'path'> | null => {
  const folded = password.normalize('NFKC').toLowerCase()
  if ([...password].length < SHORTEST) return { code: 'too-short', params: { min: SHORTEST } }
  if (password.length > LONGEST) return { code: 'too-long', params: { max: LONGEST } }
  return known.has(folded) || folded === login.normalize('NFKC').toLowerCase() || new Set(folded).size < 4
    ? { code: 'weak-password' }
    : null
}

/** Without letters and digits that look alike: it is read out or copied by hand once. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to begin with, e.g. `k7mw-r2hq-x9pd`: 59 bits. */
export const newOneTimePassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('')).join('-')
