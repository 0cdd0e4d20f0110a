import { ListCollapse } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const rollupForWeb = plainFace({ icon: ListCollapse, shelf: 'worked-out' })
