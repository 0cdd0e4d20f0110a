import type { ValueType } from '@jieli/core'
import { useObject } from '../../../data/meta.ts'
import { useConditionFields, type ConditionField } from '../../../parts/condition-builder/condition-fields.ts'

const groupable: readonly ValueType[] = ['text', 'id', 'boolean', 'date', 'instant', 'number']
const counted: readonly ValueType[] = ['text', 'id', 'number', 'date', 'instant']
const dated: readonly ValueType[] = ['date', 'instant']

interface CardFields {
  /** What can be added up. */
  numbers: ConditionField[]
  /** Whose different values can be counted. */
  values: ConditionField[]
  keys: ConditionField[]
  dates: ConditionField[]
  isDate(path: string | undefined): boolean
}

/** Fields of the card's object, and one relation further, by what a card may do with them. */
export const useCardFields = (object: string): CardFields => {
  const fields = useConditionFields(useObject(object))
  const ofTypes = (types: readonly ValueType[]): ConditionField[] => fields.filter(({ valueType }) => types.includes(valueType))
  return {
    numbers: ofTypes(['number']),
    values: ofTypes(counted),
    keys: ofTypes(groupable),
    dates: ofTypes(dated).filter(({ path }) => !path.includes('.')),
    isDate: (path) => dated.includes(fields.find((field) => field.path === path)?.valueType ?? 'any'),
  }
}
