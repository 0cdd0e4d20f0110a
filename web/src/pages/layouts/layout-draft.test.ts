import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layoutSchema, type Layout } from '@jieli/core'
import { fieldMeta, objectMeta } from '../../data/meta.fixture.ts'
import { firstLayout, placeField, sectionsOf, stepField, stepPart, unplaced } from './layout-draft.ts'

const word = (text: string) => ({ 'zh-CN': text })
const names = ['name', 'phone', 'stage', 'note', 'owner']
const object = objectMeta('lead', [
  ...names.slice(0, 4).map((name) => fieldMeta(name)),
  fieldMeta('owner', { system: true }),
  fieldMeta('id', { system: true }),
])
const words = { about: word('资料'), system: word('系统'), records: word('关联'), timeline: word('动态'), title: word('布局') }
const first = (): Layout => firstLayout(object, [], words)
const placed = (layout: Layout): string[] => sectionsOf(layout).flatMap(({ fields }) => fields.map((one) => one.field))

describe('a layout in the making', () => {
  it('begins with everything in sight, and is one that may be stored', () => {
    expect(placed(first())).toEqual(names)
    expect(unplaced(first(), object)).toEqual([])
    expect(layoutSchema.safeParse(first()).success).toBe(true)
  })

  it('drops a field before the one it is dropped on, also further down in its own section', () => {
    const layout = first()
    const part = sectionsOf(layout)[0]?.id ?? ''
    expect(placed(placeField(layout, 'name', { part, index: 2 }))).toEqual(['phone', 'name', 'stage', 'note', 'owner'])
    expect(placed(placeField(layout, 'note', { part, index: 0 }))).toEqual(['note', 'name', 'phone', 'stage', 'owner'])
    expect(placed(placeField(layout, 'owner', { part, index: 1 }))).toEqual(['name', 'owner', 'phone', 'stage', 'note'])
    const without = placeField(layout, 'stage', null)
    expect(unplaced(without, object).map(({ name }) => name)).toEqual(['stage'])
  })

  it('steps through all places by keyboard, down and up again', () => {
    let layout = first()
    for (let steps = 0; steps < names.length; steps++) layout = stepField(layout, 'name', 1)
    expect(placed(layout)).toEqual(['phone', 'stage', 'note', 'owner', 'name'])
    for (let steps = 0; steps < names.length; steps++) layout = stepField(layout, 'name', -1)
    expect(placed(layout)).toEqual(names)
  })

  it('never loses a field nor has one twice, whatever is done', () => {
    const action = fc.oneof(
      fc.record({ kind: fc.constant('place'), name: fc.constantFrom(...names), part: fc.nat(1), index: fc.nat(5) }),
      fc.record({ kind: fc.constant('step'), name: fc.constantFrom(...names), part: fc.nat(1), index: fc.nat(1) }),
      fc.record({ kind: fc.constant('part'), name: fc.constant(''), part: fc.nat(1), index: fc.nat(1) }),
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        let layout = first()
        for (const { kind, name, part, index } of actions) {
          const id = sectionsOf(layout)[part]?.id ?? ''
          if (kind === 'place') layout = placeField(layout, name, { part: id, index })
          else if (kind === 'step') layout = stepField(layout, name, index === 0 ? 1 : -1)
          else layout = stepPart(layout, id, index === 0 ? 1 : -1)
        }
        expect(placed(layout).toSorted()).toEqual(names.toSorted())
      }),
    )
  })
})
