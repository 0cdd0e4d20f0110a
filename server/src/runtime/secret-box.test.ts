import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { createSecretBox } from './secret-box.ts'

const box = createSecretBox(randomBytes(32))

describe('the secret box', () => {
  it('gives back every text that was sealed for the same place', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
        fc.string(),
        (plain, context) => {
          expect(box.open(box.seal(plain, context), context)).toBe(plain)
        },
      ),
    )
  })

  it('never seals the same text to the same letters, nor shows it', () => {
    expect(box.seal('whsec_abcdefgh', 'source:a')).not.toBe(box.seal('whsec_abcdefgh', 'source:a'))
    expect(Buffer.from(box.seal('whsec_abcdefgh', 'source:a').slice(3), 'base64url').toString('latin1')).not.toContain(
      'abcdefgh',
    )
  })

  it('opens for no other place and no other key', () => {
    const sealed = box.seal('secret', 'source:a')
    expect(() => box.open(sealed, 'source:b')).toThrow()
    expect(() => createSecretBox(randomBytes(32)).open(sealed, 'source:a')).toThrow()
  })

  it('opens nothing that was changed by one letter, shortened or made up', () => {
    const sealed = box.seal('secret', 'source:a')
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, letter) => {
        fc.pre(sealed[at] !== letter)
        expect(() => box.open(`${sealed.slice(0, at)}${letter}${sealed.slice(at + 1)}`, 'source:a')).toThrow()
      }),
    )
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), (length) => {
        expect(() => box.open(sealed.slice(0, length), 'source:a')).toThrow()
      }),
    )
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => box.open(text, 'source:a')).toThrow()
      }),
    )
  })

  it('takes only a key of 32 bytes', () => {
    expect(() => createSecretBox(randomBytes(16))).toThrow()
  })
})
