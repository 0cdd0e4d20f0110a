import { plainFace } from '../../kit/plain-face.tsx'

export const autoNumberForWeb = plainFace()
