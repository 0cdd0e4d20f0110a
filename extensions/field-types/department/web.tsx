import { Landmark } from 'lucide-react'
import { choiceFace } from '../../kit/choice-face.tsx'

export const departmentForWeb = choiceFace(({ tools }) => tools.departments(), { icon: Landmark, shelf: 'links', width: 120 })
