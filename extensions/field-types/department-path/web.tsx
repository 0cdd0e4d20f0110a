import { plainFace } from '../../kit/plain-face.tsx'

/** Kept as the way down to a department, `/1/4/17/`; read as that department's name. */
export const departmentPathForWeb = plainFace({
  show: (value, _settings, tools) => tools.titleOf(String(value ?? '')) || '—',
})
