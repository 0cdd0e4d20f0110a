import { expect, test } from 'vitest'
import { shortCampus } from './short-campus.ts'

test('the word that all entries share goes, but no name becomes empty', () => {
  expect(['仙林校区', '校区', '校区东', 'Xianlin'].map(shortCampus)).toEqual(['仙林', '校区', '校区东', 'Xianlin'])
})
