import type { Layout, LayoutPart, LayoutSection, Label, PlacedField } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'

/** Where a field stands: in a section, before the field at `index`. */
export interface Place {
  part: string
  index: number
}

const newId = (): string => crypto.randomUUID().slice(0, 8)
const unseen = new Set(['id', 'rev'])

export const placeable = (object: ObjectMeta): FieldMeta[] => object.fields.filter(({ name }) => !unseen.has(name))

export const newSection = (label: Label, fields: readonly string[] = []): LayoutSection => ({
  kind: 'section',
  id: newId(),
  label,
  columns: 2,
  folded: false,
  fields: fields.map((field) => ({ field, wide: false })),
})

/** A first layout that shows what the page showed without one. */
export const firstLayout = (
  object: ObjectMeta,
  related: readonly { object: ObjectMeta; by: FieldMeta }[],
  words: { about: Label; system: Label; records: Label; timeline: Label; title: Label },
): Layout => {
  const fields = placeable(object)
  const named = (isSystem: boolean): string[] =>
    fields.filter(({ system = false }) => system === isSystem).map(({ name }) => name)
  return {
    id: newId(),
    object: object.name,
    label: words.title,
    roles: [],
    order: 0,
    form: [],
    tabs: [
      {
        id: newId(),
        label: words.about,
        parts: [newSection(words.about, named(false)), { ...newSection(words.system, named(true)), folded: true }],
      },
      ...(related.length > 0
        ? [{ id: newId(), label: words.records, parts: related.map(({ object: one, by }) => newRelated(one.name, by.name)) }]
        : []),
      { id: newId(), label: words.timeline, parts: [{ kind: 'timeline' as const, id: newId() }] },
    ],
  }
}

export const newRelated = (object: string, by: string): LayoutPart => ({
  kind: 'related',
  id: newId(),
  object,
  by,
  columns: [],
  limit: 10,
})

export const newTab = (label: Label): Layout['tabs'][number] => ({ id: newId(), label, parts: [newSection(label)] })

const mapParts = (layout: Layout, change: (part: LayoutPart) => LayoutPart | null): Layout => ({
  ...layout,
  tabs: layout.tabs.map((tab) => ({ ...tab, parts: tab.parts.flatMap((part) => change(part) ?? []) })),
})

export const sectionsOf = (layout: Layout): LayoutSection[] =>
  layout.tabs.flatMap(({ parts }) => parts).filter((part) => part.kind === 'section')

/** Fields that stand nowhere yet. */
export const unplaced = (layout: Layout, object: ObjectMeta): FieldMeta[] => {
  const placed = new Set(sectionsOf(layout).flatMap(({ fields }) => fields.map(({ field }) => field)))
  return placeable(object).filter(({ name }) => !placed.has(name))
}

/** Puts a field where it is dropped, out of wherever it was; without a place it is taken off the page. */
export const placeField = (layout: Layout, field: string, to: Place | null): Layout => {
  const before = sectionsOf(layout).find(({ fields }) => fields.some((one) => one.field === field))
  const was: PlacedField = before?.fields.find((one) => one.field === field) ?? { field, wide: false }
  const from = before?.fields.findIndex((one) => one.field === field) ?? -1
  return mapParts(layout, (part) => {
    if (part.kind !== 'section') return part
    const rest = part.fields.filter((one) => one.field !== field)
    if (part.id !== to?.part) return { ...part, fields: rest }
    // Taking it out from above moves the place up by one.
    const index = part === before && from < to.index ? to.index - 1 : to.index
    return { ...part, fields: rest.toSpliced(index, 0, was) }
  })
}

/** One step up or down; past the edge of a section into the one beside it, so that the keyboard reaches every place. */
export const stepField = (layout: Layout, field: string, step: 1 | -1): Layout => {
  const sections = sectionsOf(layout)
  const at = sections.findIndex(({ fields }) => fields.some((one) => one.field === field))
  const section = sections[at]
  if (!section) return layout
  const index = section.fields.findIndex((one) => one.field === field)
  const next = index + step
  if (next >= 0 && next < section.fields.length)
    return placeField(layout, field, { part: section.id, index: step > 0 ? index + 2 : index - 1 })
  const beside = sections[at + step]
  return beside ? placeField(layout, field, { part: beside.id, index: step > 0 ? 0 : beside.fields.length }) : layout
}

export const changeField = (layout: Layout, field: string, change: (placed: PlacedField) => PlacedField): Layout =>
  mapParts(layout, (part) =>
    part.kind === 'section' ? { ...part, fields: part.fields.map((one) => (one.field === field ? change(one) : one)) } : part,
  )

export const changePart = (layout: Layout, id: string, change: (part: LayoutPart) => LayoutPart | null): Layout =>
  mapParts(layout, (part) => (part.id === id ? change(part) : part))

export const addPart = (layout: Layout, tab: string, part: LayoutPart): Layout => ({
  ...layout,
  tabs: layout.tabs.map((one) => (one.id === tab ? { ...one, parts: [...one.parts, part] } : one)),
})

const stepped = <T>(list: readonly T[], at: number, step: 1 | -1): T[] => {
  const to = at + step
  const item = list[at]
  return item === undefined || to < 0 || to >= list.length ? [...list] : list.toSpliced(at, 1).toSpliced(to, 0, item)
}

export const stepPart = (layout: Layout, id: string, step: 1 | -1): Layout => ({
  ...layout,
  tabs: layout.tabs.map((tab) => ({
    ...tab,
    parts: stepped(
      tab.parts,
      tab.parts.findIndex((part) => part.id === id),
      step,
    ),
  })),
})

export const stepTab = (layout: Layout, id: string, step: 1 | -1): Layout => ({
  ...layout,
  tabs: stepped(
    layout.tabs,
    layout.tabs.findIndex((tab) => tab.id === id),
    step,
  ),
})
