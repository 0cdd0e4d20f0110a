import { describe, expect, it } from 'vitest'
import { hashPassword, isPasswordOf, newOneTimePassword, weaknessOf } from './password.ts'

describe('a password', () => {
  it('counts by length, in characters and not in bytes', () => {
    expect(weaknessOf('马到成功龙腾虎', 'lina')).toMatchObject({ code: 'too-short' })
    expect(weaknessOf('马到成功龙腾虎跃', 'lina')).toBeNull()
    expect(weaknessOf('x1'.repeat(101), 'lina')).toMatchObject({ code: 'too-long' })
  })

  it('is not one that everybody guesses, in whatever width or case', () => {
    for (const known of ['12345678', 'PassWord', '１２３４５６７８', 'aaaaaaaaaa', 'abababababab'])
      expect(weaknessOf(known, 'lina')).toMatchObject({ code: 'weak-password' })
    expect(weaknessOf('Wangshan.2026', 'wangshan.2026')).toMatchObject({ code: 'weak-password' })
  })

  it('is kept as argon2id, each time with another salt, and recognised however it was typed', async () => {
    const [first, second] = [await hashPassword('ｃｏｒｒｅｃｔ-horse'), await hashPassword('correct-horse')]
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(first).not.toBe(second)
    expect(await isPasswordOf(first, 'correct-horse')).toBe(true)
    expect(await isPasswordOf(first, 'Correct-horse')).toBe(false)
  })

  it('that is made up is good, easy to copy and never the same', () => {
    const made = Array.from({ length: 200 }, newOneTimePassword)
    expect(new Set(made).size).toBe(200)
    for (const password of made) {
      expect(password).toMatch(/^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/)
      expect(weaknessOf(password, 'lina')).toBeNull()
    }
  })
})
