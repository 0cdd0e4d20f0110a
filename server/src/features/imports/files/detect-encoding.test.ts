import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { detectEncoding } from './detect-encoding.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'jieli-encoding-'))
})
afterAll(() => rm(folder, { recursive: true }))

const detect = async (bytes: Buffer): Promise<string> => {
  const path = join(folder, 'list.csv')
  await writeFile(path, bytes)
  return detectEncoding(path, bytes.subarray(0, 4_096))
}
const list = `姓名,电话\n${'王女士,13951726384\n'.repeat(50)}`

test.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('a list saved in %s is known by its bytes', async (encoding) => {
  const mark = encoding.startsWith('utf-16') ? { addBOM: true } : {}
  expect(await detect(iconv.encode(list, encoding, mark))).toBe(encoding)
})

test('the first Chinese name may come after a megabyte of digits', async () => {
  const late = Buffer.concat([Buffer.from('name,phone\n'.repeat(100_000)), iconv.encode('王女士,1\n'.repeat(20), 'gb18030')])
  expect(await detect(late)).toBe('gb18030')
})

test('a program is no list', async () => {
  await expect(detect(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0, 0, 9]))).rejects.toThrow()
})
