import { expect, it } from 'vitest'
import { cellIssues, issuesLeft } from './cell-issues.ts'

const sent = [{ key: 'r1' }, { key: 'new-1' }]

it('finds the cell that a complaint is about, by the order in which the rows were sent', () => {
  const issues = [
    { path: 'rows.lines.1.price', code: 'not-a-number', message: '不是数字' },
    { path: 'rows.lines.0.product', code: 'required' },
  ]
  expect([...cellIssues(issues, 'lines', sent)]).toEqual([
    ['new-1 price', '不是数字'],
    ['r1 product', 'required'],
  ])
})

it('leaves to others what is about the record, another table, a row as a whole or a row that was not sent', () => {
  const paths = ['name', 'rows.parts.0.price', 'rows.lines.0', 'rows.lines.7.price']
  expect(
    cellIssues(
      paths.map((path) => ({ path, code: 'x' })),
      'lines',
      sent,
    ).size,
  ).toBe(0)
})

it('takes back what was said of a cell that was typed into since, and of a row that is gone', () => {
  const issues = new Map(['a price', 'b price', 'c price'].map((cell) => [cell, '不是数字']))
  const rows = ['a', 'b', 'c'].map((key) => ({ key, values: { price: '很贵' } }))
  const [first, second] = rows
  const after = [{ key: 'a', values: { price: 2 } }, ...(second ? [second] : [])]
  expect(first).toBeDefined()
  expect([...issuesLeft(issues, rows, after).keys()]).toEqual(['b price'])
})
