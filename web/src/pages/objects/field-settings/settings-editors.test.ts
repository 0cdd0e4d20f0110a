import { expect, it } from 'vitest'
import { fillingNoteOf, isFilledByPlatform, settingsEditorOf } from './settings-editors.ts'

it('says of each kind of field who fills it in', () => {
  expect(fillingNoteOf('text')).toBeUndefined()
  expect(fillingNoteOf('formula')).toBe('platformFills')
  expect(fillingNoteOf('auto-number')).toBe('platformFills')
  expect(fillingNoteOf('sub-table')).toBe('peopleFillRows')
})

it('asks nobody for what the platform fills, a type it does not know is left to people', () => {
  expect(isFilledByPlatform('sub-table')).toBe(true)
  expect(isFilledByPlatform('no-such-type')).toBe(false)
  expect(settingsEditorOf('text')).toBeUndefined()
})
