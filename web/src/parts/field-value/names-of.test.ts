import { expect, it } from 'vitest'
import { namesOf } from './names-of.ts'

const names = namesOf({
  departments: [
    { id: 'd-hq', name: '总部', parentId: null, path: '/1/' },
    { id: 'd-east', name: '华东区', parentId: 'd-hq', path: '/1/4/' },
  ],
  users: [{ id: 'u-1', name: '李娜', departmentId: 'd-east', active: true }],
})

it('knows people and departments by id, and a department by the path that a record keeps', () => {
  expect(['u-1', 'd-east', '/1/4/', '/1/'].map((key) => names.get(key))).toEqual(['李娜', '华东区', '华东区', '总部'])
  expect(names.get('/1/9/')).toBeUndefined()
})
