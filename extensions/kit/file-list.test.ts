import { expect, it } from 'vitest'
import { formatFileIds, readFileIds, sampleFileId } from './file-list.ts'

const [one, two] = [sampleFileId(1), sampleFileId(2)]

it('reads ids one by one, in a list, in one text, or as what an upload gives back', () => {
  for (const input of [[one, two], `${one}, ${two}`, [{ id: one }, two, one]])
    expect(readFileIds(input, 5)).toEqual({ ok: true, value: [one, two] })
  expect(readFileIds([], 5)).toEqual({ ok: true, value: null })
})

it('refuses what is no file id, and more files than the field takes', () => {
  expect(readFileIds(['合同.pdf'], 5)).toMatchObject({ ok: false, code: 'not-an-id' })
  expect(readFileIds({ id: one }, 5)).toMatchObject({ ok: false, code: 'not-a-list' })
  expect(readFileIds([one, two], 1)).toMatchObject({ ok: false, code: 'too-many-items', params: { max: 1 } })
})

it('reads what it writes', () => {
  expect(readFileIds(formatFileIds([one, two]), 5)).toEqual({ ok: true, value: [one, two] })
  expect(formatFileIds(null)).toBe('')
})
