import { expect, it } from 'vitest'
import type { FileRow } from './file-row.ts'
import { splitHeader } from './split-header.ts'

async function* rowsOf(...lines: string[][]): AsyncGenerator<FileRow> {
  for (const [index, cells] of lines.entries()) yield { number: index + 1, cells }
}
const split = async (...lines: string[][]) => {
  const { headers, rows } = await splitHeader(rowsOf(...lines))
  const below: (string | number)[][] = []
  for await (const { number, cells } of rows) below.push([number, ...cells])
  return { headers, rows: below }
}

it('passes over titles and blank lines, and keeps the numbers people see beside rows', async () => {
  expect(await split(['2026 春季线索', ''], ['', ''], ['姓名', '手机'], ['王芳', '138'], [' ', ''], ['李雷', '139'])).toEqual({
    headers: ['姓名', '手机'],
    rows: [
      [4, '王芳', '138'],
      [6, '李雷', '139'],
    ],
  })
})

it('takes the first line for the header when every line has one cell', async () => {
  expect(await split(['姓名'], ['王芳'], ['李雷'])).toEqual({
    headers: ['姓名'],
    rows: [
      [2, '王芳'],
      [3, '李雷'],
    ],
  })
})

it('gives every column a name of its own', async () => {
  const { headers } = await split(['电话', ' 电  话 ', '', '电 话', 'Ｔｅｌ', ''], ['1', '2', '3', '4', '5', '6'])
  expect(headers).toEqual(['电话', '电 话', '第 3 列', '电 话 (2)', 'Tel'])
})

it('says of a file without anything in it that there is nothing', async () => {
  await expect(split([''], [' '])).rejects.toThrow()
})
