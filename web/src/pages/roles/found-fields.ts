import type { FieldInfo, Label, ObjectInfo } from '@jieli/core'
import { grantableFieldsOf } from './seen-by.ts'

export interface FoundFields {
  info: ObjectInfo
  fields: FieldInfo[]
}

/** The objects and fields whose label holds what was typed. Of an object found by its own name all fields are shown. */
export const foundFields = (objects: ObjectInfo[], search: string, labelOf: (label: Label) => string): FoundFields[] => {
  const wanted = search.trim().toLowerCase()
  const isNamed = ({ label }: { label: Label }): boolean => labelOf(label).toLowerCase().includes(wanted)
  return objects.flatMap((info) => {
    const fields = grantableFieldsOf(info)
    if (isNamed(info.definition)) return [{ info, fields }]
    const found = fields.filter(isNamed)
    return found.length > 0 ? [{ info, fields: found }] : []
  })
}
