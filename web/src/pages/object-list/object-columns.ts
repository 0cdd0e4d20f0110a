import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'

const mostColumns = 8

/** What a list shows until somebody chooses: the title, then what people fill in, then whose it is and since when. */
export const objectColumns = (object: ObjectMeta, chosen: string[] | undefined): FieldMeta[] => {
  const byName = (name: string): FieldMeta[] => object.fields.filter((field) => field.name === name)
  if (chosen && chosen.length > 0) return chosen.flatMap(byName)
  const own = object.fields.filter(
    (field) => !field.system && field.name !== object.titleField && field.type !== 'attachment' && field.type !== 'json',
  )
  return [...byName(object.titleField), ...own.slice(0, mostColumns - 3), ...byName('owner'), ...byName('createdAt')]
}
