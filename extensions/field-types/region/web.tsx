import { plainFace } from '../../kit/plain-face.tsx'
import { region } from './field-type.ts'

/** 省市区 as one line, as people write it; the server reads it. */
export const regionForWeb = plainFace({ width: 160, show: (value, settings, { locale }) => (Array.isArray(value) ? region.format(value, region.settings.parse(settings), locale) : String(value ?? '')) })
