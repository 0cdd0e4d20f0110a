import { User as UserIcon } from 'lucide-react'
import { choiceFace } from '../../kit/choice-face.tsx'

export const userForWeb = choiceFace(({ tools }) => tools.people(), { icon: UserIcon, shelf: 'links', width: 96 })
