import { CircleDot } from 'lucide-react'
import { choiceFace, optionsAsChoices } from '../../kit/choice-face.tsx'

export const selectForWeb = choiceFace(optionsAsChoices, { icon: CircleDot, shelf: 'choice', width: 104 })
