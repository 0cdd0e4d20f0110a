import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const keyBytes = 32

/**
 * The key of the secret box: `JIELI_SECRET` (64 hex digits, 32 bytes in base64, or a phrase of at least 32 characters),
 * else the file `secret.key` in the home folder, made at first start and readable by its owner only. Whoever restores a
 * database needs the same key; a backup leaves it out, so that who finds one cannot open what is sealed in it.
 */
export const loadMasterKey = async (home: string, env: Record<string, string | undefined>): Promise<Uint8Array> => {
  const given = env['JIELI_SECRET']?.trim() ?? ''
  return given === '' ? loadKeyFile(home) : readGivenKey(given)
}

const readGivenKey = (given: string): Uint8Array => {
  const exact = readExactKey(given)
  if (exact !== null) return exact
  if (given.length < keyBytes)
    throw new Error('JIELI_SECRET is too short: give 64 hex digits, 32 bytes in base64, or at least 32 characters')
  return new Uint8Array(hkdfSync('sha256', given, 'jieli', 'secret-box', keyBytes))
}

const readExactKey = (text: string): Uint8Array | null => {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex')
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(text) ? Buffer.from(text, 'base64') : null
}

const loadKeyFile = async (home: string): Promise<Uint8Array> => {
  const path = join(home, 'secret.key')
  const text = (await readIfThere(path)) ?? (await createKeyFile(home, path))
  const key = readExactKey(text.trim())
  // Never replaced by a new one: all secrets sealed so far would be lost.
  if (key === null)
    throw new Error('secret.key is damaged; restore it from a backup, or remove it and enter the channel secrets again')
  return key
}

const readIfThere = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null
    throw error
  }
}

/** Written whole under another name, then linked: two processes that start together end with one key, never half of one. */
const createKeyFile = async (home: string, path: string): Promise<string> => {
  await mkdir(home, { recursive: true })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
  try {
    await link(draft, path)
  } catch (error) {
    if (!isErrno(error, 'EEXIST')) throw error
  } finally {
    await unlink(draft)
  }
  return readFile(path, 'utf8')
}

const isErrno = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code
