import { defineFieldType } from '@jieli/core/fields/field-type'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { z } from 'zod'

/** Ids of departments from the top down. Nothing in it is special to LIKE, so a prefix search needs no escaping but `_`. */
const path = /^[A-Za-z0-9-]+(?:[/.][A-Za-z0-9-]+)*[/.]?$|^[/.](?:[A-Za-z0-9-]+[/.])*[A-Za-z0-9-]*$/

/** Where a record stands in the tree of departments. Filled by the platform; carries the row scopes. */
export const departmentPath = defineFieldType({
  name: 'department-path',
  label: { 'zh-CN': '部门路径', en: 'Department path' },
  icon: 'git-branch',
  settings: z.strictObject({}),
  valueType: 'text',
  column: () => 'text',
  parse: (input) =>
    readText(input, cleanCode, (text) => (text.length <= 1_000 && path.test(text) ? accept(text) : refuse('not-a-path'))),
  format: (value) => (value === null ? '' : String(value)),
  samples: [{ settings: {}, values: ['hq/east/xuhui', '/1/4/17/', '/'], bad: ['a//b', 'a b', '100%', {}, true, 'a\u0000'] }],
})
