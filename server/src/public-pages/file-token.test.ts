import { expect, test } from 'vitest'
import { checkFileToken, issueFileToken } from './file-token.ts'

const place = { formId: 'visit', secret: 'a secret' }
const fileId = '01930000-0000-7000-8000-000000000001'

test('a photo that is here is known again by its token', () => {
  expect(checkFileToken(issueFileToken(fileId, place), place)).toBe(fileId)
})

test.each([
  ['of another form', issueFileToken(fileId, { ...place, formId: 'other' })],
  ['of another installation', issueFileToken(fileId, { ...place, secret: 'another' })],
  ['for another file', issueFileToken(fileId, place).replace('0001.', '0002.')],
  ['that is none', fileId],
  ['of nothing', ''],
])('a token %s opens nothing', (_, token) => {
  expect(checkFileToken(token, place)).toBeNull()
})
