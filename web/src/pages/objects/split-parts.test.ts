import { describe, expect, it } from 'vitest'
import { call, field } from '@jieli/core'
import { firstPart, splitOf } from './split-parts.tsx'

const where = call('isEmpty', field('campus'))
const part = { key: 1, label: ' 抖音 ', where }

describe('a split that is being written', () => {
  it('is one when an option is chosen and each part has a name and a condition', () => {
    expect(splitOf('online', [part])).toEqual({ from: 'online', into: [{ label: '抖音', where }] })
  })

  it('is none while anything is missing', () => {
    expect(splitOf('', [part])).toBeNull()
    expect(splitOf('online', [part, firstPart])).toBeNull()
    expect(splitOf('online', [part, { ...part, key: 2, label: '  ' }])).toBeNull()
    expect(splitOf('online', [part, { ...part, key: 2, where: undefined }])).toBeNull()
  })
})
