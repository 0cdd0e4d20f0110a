import { plainFace } from '../../kit/plain-face.tsx'

export const lookupForWeb = plainFace()
