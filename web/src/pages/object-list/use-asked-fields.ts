import type { Value } from '@jieli/core'
import { fieldOf, useMeta } from '../../data/meta.ts'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { useJudge } from '../../parts/conditions/use-judge.ts'

type Values = Readonly<Record<string, Value>>

interface AskedFields {
  /** What is asked for, given what has been filled in so far. */
  asked(values: Values): FieldMeta[]
  /** Some fields are required on a condition. */
  judges: boolean
  isRequired(field: FieldMeta, values: Values): boolean
}

/** The fields of a new record: as the layout's form says, else all that may be filled in, the title first. */
export const useAskedFields = (object: ObjectMeta): AskedFields => {
  const form = useMeta().layouts.find((layout) => layout.object === object.name)?.form ?? []
  const judges = object.fields.some(({ requiredWhen }) => requiredWhen !== undefined)
  const holds = useJudge(object, judges || form.some(({ showWhen }) => showWhen !== undefined))
  const mayAsk = (field: FieldMeta): boolean => field.mayFill && !field.system
  const isTitle = ({ name }: FieldMeta): boolean => name === object.titleField
  return {
    asked: (values) =>
      form.length > 0
        ? form.flatMap(({ field: name, showWhen }) => {
            const field = fieldOf(object, name)
            return field && mayAsk(field) && holds(showWhen, values) ? [field] : []
          })
        : object.fields.filter(mayAsk).toSorted((a, b) => Number(isTitle(b)) - Number(isTitle(a))),
    judges,
    isRequired: (field, values) => field.requiredWhen !== undefined && holds(field.requiredWhen, values),
  }
}
