import type { FieldType } from '@jieli/core'
import { anyRelation } from './any-relation/field-type.ts'
import { attachment } from './attachment/field-type.ts'
import { autoNumber } from './auto-number/field-type.ts'
import { boolean } from './boolean/field-type.ts'
import { cascade } from './cascade/field-type.ts'
import { date } from './date/field-type.ts'
import { departmentPath } from './department-path/field-type.ts'
import { department } from './department/field-type.ts'
import { duration } from './duration/field-type.ts'
import { email } from './email/field-type.ts'
import { formula } from './formula/field-type.ts'
import { idCard } from './id-card/field-type.ts'
import { id } from './id/field-type.ts'
import { image } from './image/field-type.ts'
import { instant } from './instant/field-type.ts'
import { json } from './json/field-type.ts'
import { location } from './location/field-type.ts'
import { longText } from './long-text/field-type.ts'
import { lookup } from './lookup/field-type.ts'
import { money } from './money/field-type.ts'
import { multiSelect } from './multi-select/field-type.ts'
import { number } from './number/field-type.ts'
import { percent } from './percent/field-type.ts'
import { phone } from './phone/field-type.ts'
import { rating } from './rating/field-type.ts'
import { region } from './region/field-type.ts'
import { relation } from './relation/field-type.ts'
import { relations } from './relations/field-type.ts'
import { rollup } from './rollup/field-type.ts'
import { select } from './select/field-type.ts'
import { shift } from './shift/field-type.ts'
import { signature } from './signature/field-type.ts'
import { socialCreditCode } from './social-credit-code/field-type.ts'
import { subTable } from './sub-table/field-type.ts'
import { tags } from './tags/field-type.ts'
import { text } from './text/field-type.ts'
import { timeRange } from './time-range/field-type.ts'
import { url } from './url/field-type.ts'
import { user } from './user/field-type.ts'
import { wechatId } from './wechat-id/field-type.ts'

/** Every kind of field, in the order in which the designer offers them. Adding one is a folder and its line here. */
export const fieldTypes = {
  text,
  'long-text': longText,
  number,
  money,
  percent,
  date,
  instant,
  'time-range': timeRange,
  duration,
  boolean,
  select,
  'multi-select': multiSelect,
  cascade,
  tags,
  phone,
  'wechat-id': wechatId,
  email,
  url,
  region,
  location,
  rating,
  attachment,
  image,
  signature,
  user,
  department,
  relation,
  relations,
  'any-relation': anyRelation,
  formula,
  lookup,
  rollup,
  'sub-table': subTable,
  'auto-number': autoNumber,
  'social-credit-code': socialCreditCode,
  'id-card': idCard,
  shift,
  json,
  id,
  'department-path': departmentPath,
} satisfies Record<string, FieldType>

export type FieldTypeName = keyof typeof fieldTypes
