import { expect, test } from 'vitest'
import { linesOfTree, treeFromLines } from './tree-lines.ts'

const text = '硬件\n  摄像头\n    室外\n  其他\n服务\n  其他'

test('lines further in stand below the line before them, and are written as they were', () => {
  const tree = treeFromLines(text)
  expect(tree.map(({ id, parent }) => [id, parent])).toEqual([
    ['opt1', undefined],
    ['opt2', 'opt1'],
    ['opt3', 'opt2'],
    ['opt4', 'opt1'],
    ['opt5', undefined],
    ['opt6', 'opt5'],
  ])
  expect(linesOfTree(tree).join('\n')).toBe(text)
})

test('what is there keeps its id wherever lines come in, tabs and full-width blanks are read, twins count once', () => {
  const before = treeFromLines(text)
  const after = treeFromLines('硬件\n\t门锁\n\t摄像头\n\t摄像头\n服务\n　其他', before)
  expect(after.map(({ id }) => id)).toEqual(['opt1', 'opt7', 'opt2', 'opt5', 'opt6'])
  expect(after.find(({ id }) => id === 'opt7')).toMatchObject({ parent: 'opt1', label: { 'zh-CN': '门锁' } })
})
