import { choiceFace } from '../../kit/choice-face.tsx'

export const userForWeb = choiceFace(({ tools }) => tools.people(), { width: 96 })
