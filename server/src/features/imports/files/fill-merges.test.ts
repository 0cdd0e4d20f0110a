import { expect, it } from 'vitest'
import type { FileRow } from './file-row.ts'
import { fillMerges } from './fill-merges.ts'
import type { Merge } from './scan-sheet.ts'

const fill = async (merges: Merge[], ...lines: [number, ...string[]][]) => {
  async function* rows(): AsyncGenerator<FileRow> {
    for (const [number, ...cells] of lines) yield { number, cells }
  }
  const filled: string[] = []
  for await (const { cells } of fillMerges(rows(), merges)) filled.push(cells.join('|'))
  return filled
}

it('gives each row of a block its value, and nothing to the row after', async () => {
  const merges = [{ top: 0, bottom: 2, left: 0, right: 0 }] as Merge[]
  expect(await fill(merges, [1, '仙林', 'a'], [2, '', 'b'], [3, '', 'c'], [4, '', 'd'])).toEqual([
    '仙林|a',
    '仙林|b',
    '仙林|c',
    '|d',
  ])
})

it('leaves headings that only spread sideways as they are', async () => {
  expect(await fill([{ top: 0, bottom: 0, left: 0, right: 1 }] as Merge[], [1, '标题', ''], [2, '', 'b'])).toEqual([
    '标题|',
    '|b',
  ])
})

it('knows two blocks at a time, and a block that begins where another ended', async () => {
  const merges = [
    { top: 0, bottom: 1, left: 1, right: 1 },
    { top: 2, bottom: 3, left: 0, right: 0 },
    { top: 0, bottom: 1, left: 0, right: 0 },
  ] as Merge[]
  expect(await fill(merges, [1, 'a', 'x'], [2, '', ''], [3, 'b', 'y'], [4, '', 'z'])).toEqual(['a|x', 'a|x', 'b|y', 'b|z'])
})
