import { plainFace } from '../../kit/plain-face.tsx'

/** Kept as ids joined by dots; read as the last department's name. */
export const departmentPathForWeb = plainFace({
  show: (value, _settings, tools) => {
    const last =
      String(value ?? '')
        .split('.')
        .at(-1) ?? ''
    return tools.titleOf(last) || ''
  },
})
