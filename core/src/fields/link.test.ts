import { expect, it } from 'vitest'
import { idOfLink, linkIn, readLink, writeLink } from './link.ts'

const id = '01930000-0000-7000-8000-000000000001'
const objects = ['lead', 'followUp']

it('is read however it is given: as text, with signs of a Chinese keyboard, in capitals, as a picker gives it', () => {
  const written = { ok: true, value: `followUp:${id}` }
  for (const input of [`followUp:${id}`, ` followUp ： ${id.toUpperCase()} `, { object: 'followUp', id }])
    expect(readLink(input, objects)).toEqual(written)
  expect(readLink(' ', objects)).toEqual({ ok: true, value: null })
})

it('refuses what is no link, and objects that are not offered', () => {
  for (const input of [
    id,
    `order:${id}`,
    'lead:1',
    `lead:${id}:x`,
    { object: 'lead' },
    { object: ['lead'], id },
    [`lead:${id}`],
  ])
    expect(readLink(input, objects)).toMatchObject({ ok: false, code: 'not-a-link' })
})

it('says its object and id, and nothing of what is no link', () => {
  expect(linkIn(writeLink({ object: 'lead', id }))).toEqual({ object: 'lead', id })
  for (const value of [null, undefined, id, 'lead:', 5, [`lead:${id}`]]) expect(linkIn(value)).toBeUndefined()
  expect(idOfLink(`lead:${id}`, 'lead')).toEqual({ ok: true, value: id })
  expect(idOfLink(`lead:${id}`, 'order')).toMatchObject({ ok: false })
})
