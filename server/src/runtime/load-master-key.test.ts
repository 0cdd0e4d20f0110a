import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadMasterKey } from './load-master-key.ts'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'jieli-key-'))
})
afterEach(() => rm(home, { recursive: true }))

describe('loadMasterKey', () => {
  it('makes a key file that only its owner can read, and finds it again', async () => {
    const nested = join(home, 'new', 'folder')
    const key = await loadMasterKey(nested, {})
    expect(key).toHaveLength(32)
    expect((await stat(join(nested, 'secret.key'))).mode & 0o777).toBe(0o600)
    expect(await loadMasterKey(nested, { JIELI_SECRET: ' ' })).toEqual(key)
  })

  it('ends with one key when several processes start together, and leaves nothing else behind', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => loadMasterKey(home, {})))
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1)
    expect(await readdir(home)).toEqual(['secret.key'])
  })

  it('prefers JIELI_SECRET, written as hex, base64 or a phrase', async () => {
    const bytes = Buffer.alloc(32, 7)
    expect(Buffer.from(await loadMasterKey(home, { JIELI_SECRET: bytes.toString('hex') }))).toEqual(bytes)
    expect(Buffer.from(await loadMasterKey(home, { JIELI_SECRET: bytes.toString('base64') }))).toEqual(bytes)
    const phrase = { JIELI_SECRET: '一句足够长的话也可以当作主密钥来用，只要不短于三十二个字，并且妥善保管好' }
    expect(await loadMasterKey(home, phrase)).toEqual(await loadMasterKey(home, phrase))
    expect(await readdir(home)).toEqual([])
  })

  it('refuses a short secret rather than stretch it', async () => {
    await expect(loadMasterKey(home, { JIELI_SECRET: 'password' })).rejects.toThrow('JIELI_SECRET is too short')
  })

  it('refuses a damaged key file rather than replace it', async () => {
    await writeFile(join(home, 'secret.key'), 'half a ke')
    await expect(loadMasterKey(home, {})).rejects.toThrow('damaged')
  })
})
