import { describe, expect, it } from 'vitest'
import { draftOf, withScope, type KeyForm } from './key-draft.ts'

const form = (more: Partial<KeyForm>): KeyForm => ({ label: ' 官网 ', userId: 'u1', reach: 'all', scopes: [], ...more })

describe('the draft of a key', () => {
  it('needs a name, and an object when it is for some of them', () => {
    expect(draftOf(form({ label: '  ' }))).toBeUndefined()
    expect(draftOf(form({ reach: 'some' }))).toBeUndefined()
  })

  it('sends scopes only for a key to some objects: what was chosen before and left is not sent', () => {
    const scopes = [{ object: 'lead', access: 'write' as const }]
    expect(draftOf(form({ scopes }))).toEqual({ label: '官网', userId: 'u1', readOnly: false })
    expect(draftOf(form({ scopes, reach: 'read' }))).toEqual({ label: '官网', userId: 'u1', readOnly: true })
    expect(draftOf(form({ scopes, reach: 'some' }))).toEqual({ label: '官网', userId: 'u1', readOnly: false, scopes })
  })

  it('keeps one access an object, whatever is clicked', () => {
    const once = withScope([], 'lead', 'read')
    const twice = withScope(withScope(once, 'order', 'read'), 'lead', 'write')
    expect(twice).toEqual([
      { object: 'order', access: 'read' },
      { object: 'lead', access: 'write' },
    ])
    expect(withScope(twice, 'lead', null)).toEqual([{ object: 'order', access: 'read' }])
  })
})
