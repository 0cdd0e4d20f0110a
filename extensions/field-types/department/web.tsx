import { choiceFace } from '../../kit/choice-face.tsx'

export const departmentForWeb = choiceFace(({ tools }) => tools.departments(), { width: 120 })
