import { ListChecks } from 'lucide-react'
import { optionsAsChoices } from '../../kit/choice-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'
import { ManyChoicesEditor } from '../../kit/many-choices-editor.tsx'

export const multiSelectForWeb = defineWebFace({
  icon: ListChecks,
  shelf: 'choice',
  width: 160,
  Display: (props) => {
    const choices = optionsAsChoices(props)
    return (
      <>
        {(Array.isArray(props.value) ? props.value : [])
          .map((id) => choices.find((choice) => choice.id === id)?.title ?? String(id))
          .join(props.tools.locale === 'en' ? ', ' : '、')}
      </>
    )
  },
  Editor: (props) => <ManyChoicesEditor {...props} choices={optionsAsChoices(props)} />,
})
