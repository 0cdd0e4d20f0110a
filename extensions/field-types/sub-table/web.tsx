import { TableProperties } from 'lucide-react'
import { plainFace } from '../../kit/plain-face.tsx'

/** Where the rows themselves are not shown. */
export const subTableForWeb = plainFace({ icon: TableProperties, shelf: 'links' })
