import { choiceFace, optionsAsChoices } from '../../kit/choice-face.tsx'

export const selectForWeb = choiceFace(optionsAsChoices, { width: 104 })
