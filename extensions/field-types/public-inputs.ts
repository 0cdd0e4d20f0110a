import type { PublicInput } from '../kit/public-input.ts'
import { attachmentPublicInput } from './attachment/public-input.ts'
import { booleanPublicInput } from './boolean/public-input.ts'
import { datePublicInput } from './date/public-input.ts'
import { emailPublicInput } from './email/public-input.ts'
import { imagePublicInput } from './image/public-input.ts'
import type { FieldTypeName } from './index.ts'
import { instantPublicInput } from './instant/public-input.ts'
import { longTextPublicInput } from './long-text/public-input.ts'
import { moneyPublicInput } from './money/public-input.ts'
import { multiSelectPublicInput } from './multi-select/public-input.ts'
import { numberPublicInput } from './number/public-input.ts'
import { percentPublicInput } from './percent/public-input.ts'
import { phonePublicInput } from './phone/public-input.ts'
import { ratingPublicInput } from './rating/public-input.ts'
import { relationPublicInput } from './relation/public-input.ts'
import { selectPublicInput } from './select/public-input.ts'
import { tagsPublicInput } from './tags/public-input.ts'
import { textPublicInput } from './text/public-input.ts'
import { urlPublicInput } from './url/public-input.ts'
import { wechatIdPublicInput } from './wechat-id/public-input.ts'

/** Field types a public form may ask for. People and departments stay inside: strangers do not browse them. */
export const publicInputs = {
  text: textPublicInput,
  'long-text': longTextPublicInput,
  number: numberPublicInput,
  money: moneyPublicInput,
  percent: percentPublicInput,
  date: datePublicInput,
  instant: instantPublicInput,
  boolean: booleanPublicInput,
  select: selectPublicInput,
  'multi-select': multiSelectPublicInput,
  phone: phonePublicInput,
  email: emailPublicInput,
  'wechat-id': wechatIdPublicInput,
  url: urlPublicInput,
  rating: ratingPublicInput,
  tags: tagsPublicInput,
  relation: relationPublicInput,
  image: imagePublicInput,
  attachment: attachmentPublicInput,
} satisfies Partial<Record<FieldTypeName, PublicInput>>

/** The public face of a field type by name; absent for types that stay inside. */
export const publicInputOf = (type: string): PublicInput | undefined =>
  Object.entries(publicInputs).find(([name]) => name === type)?.[1]
