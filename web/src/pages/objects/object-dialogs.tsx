import type { Field, ObjectType } from '@jieli/core'
import { ChangeTypeDialog } from './change-type-dialog.tsx'
import { FieldDrawer } from './field-drawer.tsx'
import { MergeOptionsDialog } from './merge-options-dialog.tsx'
import { NewObjectDialog } from './new-object-dialog.tsx'
import { RecycledDrawer } from './recycled-drawer.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { SplitOptionDialog } from './split-option-dialog.tsx'

/** What is being done to the opened field, or to the objects. */
export type Doing = 'type' | 'merge' | 'split' | 'remove' | 'remove-object' | 'new-object' | 'recycled' | null

interface ObjectDialogsProps {
  object: ObjectType
  objects: ObjectType[]
  /** The field that is open, if one is. */
  field: Field | undefined
  doing: Doing
  setDoing(doing: Doing): void
  onCloseField(): void
  onGo(name: string): void
}

type FieldDialogsProps = Pick<ObjectDialogsProps, 'object' | 'setDoing' | 'onCloseField'> & {
  field: Field
  doing: Exclude<Doing, 'remove-object' | 'new-object' | 'recycled'>
}

function FieldDialogs({ object, field, doing, setDoing, onCloseField }: FieldDialogsProps) {
  const back = (): void => setDoing(null)
  switch (doing) {
    case null:
      return <FieldDrawer key={field.name} object={object} field={field} onDo={setDoing} onClose={onCloseField} />
    case 'type':
      return (
        <ChangeTypeDialog
          object={object}
          field={field}
          onClose={() => {
            back()
            onCloseField()
          }}
        />
      )
    case 'merge':
      return <MergeOptionsDialog object={object} field={field} onClose={back} />
    case 'split':
      return <SplitOptionDialog object={object} field={field} onClose={back} />
    case 'remove':
      return (
        <RemoveDialog
          place={{ object: object.name, field: field.name }}
          label={field.label}
          onClose={(isGone) => {
            back()
            if (isGone) onCloseField()
          }}
        />
      )
  }
}

/** The drawer or dialog that stands over the page: one at a time. */
export function ObjectDialogs(props: ObjectDialogsProps) {
  const { object, objects, field, doing, setDoing, onGo } = props
  const back = (): void => setDoing(null)
  if (doing === 'recycled') return <RecycledDrawer objects={objects} onClose={back} />
  if (doing === 'remove-object')
    return <RemoveDialog place={{ object: object.name, field: null }} label={object.label} onClose={back} />
  if (doing === 'new-object')
    return (
      <NewObjectDialog
        onClose={(made) => {
          back()
          if (made) onGo(made)
        }}
      />
    )
  return field ? <FieldDialogs {...props} field={field} doing={doing} /> : null
}
