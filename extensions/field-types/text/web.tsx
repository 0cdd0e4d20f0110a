import { Type as TypeIcon } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const textForWeb = plainFace({ icon: TypeIcon, shelf: 'words' })
