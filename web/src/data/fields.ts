import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Expression, Field, Label } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** The name in the API is made from the label unless one is given. */
export interface NewField {
  label: Label
  type: string
  settings: Record<string, unknown>
  help?: Label
  required: boolean
  sensitive: boolean
  searchable: boolean
  unique?: boolean
}
export type FieldEdit = Partial<Pick<NewField, 'label' | 'help' | 'required' | 'settings' | 'unique'>> & {
  /** Null takes the condition away. */
  requiredWhen?: Expression | null
}

const useFieldAction = <Input>(run: (input: Input) => Promise<{ field: Field }>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.config('object') }),
        client.invalidateQueries({ queryKey: queryKeys.meta }),
        client.invalidateQueries({ queryKey: queryKeys.object('job') }),
      ]),
  })
}

/** A column at once, whatever the table's size; everybody's open page shows it. */
export const useAddField = () =>
  useFieldAction(({ object, field }: { object: string; field: NewField }) =>
    api.post<{ field: Field }>(`/meta/objects/${object}/fields`, field),
  )

export const useEditField = () =>
  useFieldAction(({ object, name, edit }: { object: string; name: string; edit: FieldEdit }) =>
    api.patch<{ field: Field }>(`/meta/objects/${object}/fields/${name}`, edit),
  )
