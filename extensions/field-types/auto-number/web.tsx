import { ListOrdered } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const autoNumberForWeb = plainFace({ icon: ListOrdered, shelf: 'worked-out' })
