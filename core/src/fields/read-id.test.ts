import { expect, it } from 'vitest'
import { readId } from './read-id.ts'

const id = '0199aa00-1111-7222-8333-444455556666'

it('takes an id as it is, in capitals, wide, with blanks around, or inside an object', () => {
  for (const input of [id, ` ${id.toUpperCase()} `, { id }, { id, name: '王芳' }])
    expect(readId(input)).toEqual({ ok: true, value: id })
})

it('takes nothing for nothing', () => {
  for (const input of [null, undefined, '', '　', { id: null }]) expect(readId(input)).toEqual({ ok: true, value: null })
})

it('refuses whatever is no id with one and the same code', () => {
  for (const input of ['王芳', id.slice(1), `${id}0`, 42, true, [id], { name: id }, { id: { id } }, 'x'.repeat(2_000)])
    expect(readId(input)).toMatchObject({ ok: false, code: 'not-an-id' })
})
