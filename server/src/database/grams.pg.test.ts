import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'

let test: TestWorkspace
beforeAll(async () => {
  test = await openTestWorkspace()
  const first = await readFile(new URL('migrations/0001-workspace.sql', import.meta.url), 'utf8')
  const asItWas = /CREATE OR REPLACE FUNCTION jieli\.grams[\s\S]*?\$\$[\s\S]*?\$\$/.exec(first)?.[0] ?? ''
  await test.workspace.db.query(asItWas.replace('jieli.grams', 'w.grams_as_they_were'))
})
afterAll(() => test.close())

it('cuts the same grams as the function that the first indexes were made with, so that they stay right', async () => {
  const texts = fc.array(
    fc.oneof(
      fc.string({ unit: fc.constantFrom('张', '女', 'A', 'İ', 'ß', ' ', '\t', '\u3000', '1', '𠮷'), maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 240 }).map((text) => text.replaceAll('\u0000', '').toWellFormed()),
    ),
    { minLength: 50, maxLength: 50 },
  )
  await fc.assert(
    fc.asyncProperty(texts, async (values) => {
      const different = await test.workspace.db.query(
        `SELECT value FROM unnest($1::text[]) value
         WHERE (SELECT array_agg(DISTINCT g ORDER BY g) FROM unnest(jieli.grams(value)) g)
           IS DISTINCT FROM (SELECT array_agg(DISTINCT g ORDER BY g) FROM unnest(w.grams_as_they_were(value)) g)`,
        [values],
      )
      expect(different).toEqual([])
    }),
    { numRuns: 20 },
  )
})
