import { FileBadge } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

export const idCardForWeb = plainFace({ icon: FileBadge, shelf: 'place', width: 176 })
