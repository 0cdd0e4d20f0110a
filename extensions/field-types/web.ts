import type { FieldTypeForWeb } from '../kit/field-type-for-web.ts'
import { anyRelationForWeb } from './any-relation/web.tsx'
import { attachmentForWeb } from './attachment/web.tsx'
import { autoNumberForWeb } from './auto-number/web.tsx'
import { booleanForWeb } from './boolean/web.tsx'
import { cascadeForWeb } from './cascade/web.tsx'
import { dateForWeb } from './date/web.tsx'
import { departmentForWeb } from './department/web.tsx'
import { departmentPathForWeb } from './department-path/web.tsx'
import { durationForWeb } from './duration/web.tsx'
import { emailForWeb } from './email/web.tsx'
import { formulaForWeb } from './formula/web.tsx'
import { idForWeb } from './id/web.tsx'
import { idCardForWeb } from './id-card/web.tsx'
import { imageForWeb } from './image/web.tsx'
import { instantForWeb } from './instant/web.tsx'
import { jsonForWeb } from './json/web.tsx'
import { locationForWeb } from './location/web.tsx'
import { longTextForWeb } from './long-text/web.tsx'
import { lookupForWeb } from './lookup/web.tsx'
import { moneyForWeb } from './money/web.tsx'
import { multiSelectForWeb } from './multi-select/web.tsx'
import { numberForWeb } from './number/web.tsx'
import { percentForWeb } from './percent/web.tsx'
import { phoneForWeb } from './phone/web.tsx'
import { ratingForWeb } from './rating/web.tsx'
import { regionForWeb } from './region/web.tsx'
import { relationForWeb } from './relation/web.tsx'
import { relationsForWeb } from './relations/web.tsx'
import { rollupForWeb } from './rollup/web.tsx'
import { selectForWeb } from './select/web.tsx'
import { shiftForWeb } from './shift/web.tsx'
import { signatureForWeb } from './signature/web.tsx'
import { socialCreditCodeForWeb } from './social-credit-code/web.tsx'
import { subTableForWeb } from './sub-table/web.tsx'
import { tagsForWeb } from './tags/web.tsx'
import { textForWeb } from './text/web.tsx'
import { timeRangeForWeb } from './time-range/web.tsx'
import { urlForWeb } from './url/web.tsx'
import { userForWeb } from './user/web.tsx'
import { wechatIdForWeb } from './wechat-id/web.tsx'
import type { FieldTypeName } from './index.ts'

/** How each field type is shown and edited in the browser, in the order they are offered. Leaving one out is a type error. */
export const fieldTypesForWeb = {
  text: textForWeb,
  'long-text': longTextForWeb,
  number: numberForWeb,
  money: moneyForWeb,
  percent: percentForWeb,
  date: dateForWeb,
  instant: instantForWeb,
  'time-range': timeRangeForWeb,
  duration: durationForWeb,
  select: selectForWeb,
  'multi-select': multiSelectForWeb,
  cascade: cascadeForWeb,
  boolean: booleanForWeb,
  tags: tagsForWeb,
  phone: phoneForWeb,
  'wechat-id': wechatIdForWeb,
  email: emailForWeb,
  url: urlForWeb,
  region: regionForWeb,
  location: locationForWeb,
  rating: ratingForWeb,
  relation: relationForWeb,
  relations: relationsForWeb,
  'any-relation': anyRelationForWeb,
  user: userForWeb,
  department: departmentForWeb,
  attachment: attachmentForWeb,
  image: imageForWeb,
  signature: signatureForWeb,
  formula: formulaForWeb,
  lookup: lookupForWeb,
  rollup: rollupForWeb,
  'sub-table': subTableForWeb,
  'auto-number': autoNumberForWeb,
  'social-credit-code': socialCreditCodeForWeb,
  'id-card': idCardForWeb,
  shift: shiftForWeb,
  json: jsonForWeb,
  id: idForWeb,
  'department-path': departmentPathForWeb,
} satisfies Record<FieldTypeName, FieldTypeForWeb>

/** The face of a type by its name; a type this build does not know is shown as text. */
export const webFaceOf = (type: string): FieldTypeForWeb =>
  (fieldTypesForWeb as Record<string, FieldTypeForWeb>)[type] ?? fieldTypesForWeb.text
