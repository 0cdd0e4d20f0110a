import {
  AtSign,
  Calendar,
  CalendarClock,
  CircleDollarSign,
  CircleDot,
  ClockArrowUp,
  FileBadge,
  Hash,
  Image,
  Landmark,
  Link,
  Link2,
  ListChecks,
  ListCollapse,
  ListOrdered,
  ListTree,
  Map,
  MapPin,
  MessageCircle,
  Paperclip,
  Percent,
  Phone,
  Sigma,
  Signature,
  SquareArrowOutUpRight,
  Star,
  Tags,
  Text,
  Timer,
  ToggleLeft,
  Type,
  User,
  Waypoints,
  type LucideIcon,
} from 'lucide-react'
import { fieldTypes, type FieldTypeName } from '@jieli/extensions/field-types'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

/** The types people may add, by what they hold. Types that only the platform uses are not offered. */
const groups = [
  ['groupWords', ['text', 'long-text', 'tags', 'url']],
  ['groupChoice', ['select', 'multi-select', 'cascade', 'boolean', 'rating']],
  ['groupFigures', ['number', 'money', 'percent']],
  ['groupTime', ['date', 'instant', 'time-range', 'duration']],
  ['groupReach', ['phone', 'wechat-id', 'email']],
  ['groupLinks', ['relation', 'relations', 'user', 'department', 'attachment', 'image', 'signature']],
  ['groupWorkedOut', ['formula', 'lookup', 'rollup', 'auto-number']],
  ['groupPlace', ['region', 'location', 'id-card', 'social-credit-code']],
] as const satisfies [keyof typeof objectsMessages, FieldTypeName[]][]

const icons: Partial<Record<FieldTypeName, LucideIcon>> = {
  text: Type,
  'long-text': Text,
  tags: Tags,
  url: Link,
  select: CircleDot,
  'multi-select': ListChecks,
  cascade: ListTree,
  boolean: ToggleLeft,
  rating: Star,
  number: Hash,
  money: CircleDollarSign,
  percent: Percent,
  date: Calendar,
  instant: CalendarClock,
  'time-range': ClockArrowUp,
  duration: Timer,
  phone: Phone,
  'wechat-id': MessageCircle,
  email: AtSign,
  relation: Link2,
  relations: Waypoints,
  user: User,
  department: Landmark,
  attachment: Paperclip,
  image: Image,
  signature: Signature,
  region: Map,
  location: MapPin,
  'id-card': FileBadge,
  'social-credit-code': FileBadge,
  formula: Sigma,
  lookup: SquareArrowOutUpRight,
  rollup: ListCollapse,
  'auto-number': ListOrdered,
}

export function TypeIcon({ type }: { type: string }) {
  const Icon = (icons as Record<string, LucideIcon>)[type] ?? Type
  return <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
}

export const useTypeLabel = (): ((type: string) => string) => {
  const label = useLabel()
  return (type) =>
    label((fieldTypes as Record<string, { label: { 'zh-CN': string; en?: string } }>)[type]?.label ?? { 'zh-CN': type })
}

interface TypeCardsProps {
  value: FieldTypeName | null
  /** Left out: the type there is already. */
  without?: string
  onChange(type: FieldTypeName): void
}

/** Kinds of content as cards, the everyday ones first. */
export function TypeCards({ value, without, onChange }: TypeCardsProps) {
  const text = useText(objectsMessages)
  const typeLabel = useTypeLabel()
  return (
    <div className="type-groups" role="radiogroup" aria-label={text('chooseType')}>
      {groups.map(([group, types]) => (
        <div key={group} className="type-group">
          <span className="t3 f12">{text(group)}</span>
          <div className="type-cards">
            {types
              .filter((type) => type !== without)
              .map((type) => (
                <button
                  key={type}
                  type="button"
                  role="radio"
                  aria-checked={type === value}
                  title={typeLabel(type)}
                  onClick={() => onChange(type)}
                >
                  <TypeIcon type={type} />
                  <span className="ell">{typeLabel(type)}</span>
                </button>
              ))}
          </div>
        </div>
      ))}
    </div>
  )
}
