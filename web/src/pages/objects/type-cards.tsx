import { Type } from 'lucide-react'
import { fieldTypes, type FieldTypeName } from '@jieli/extensions/field-types'
import { fieldTypesForWeb, webFaceOf } from '@jieli/extensions/field-types/web'
import { shelves, type Shelf } from '@jieli/extensions/kit/field-type-for-web'
import { objectsMessages } from '../../i18n/messages/objects-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'

const shelfNames = {
  words: 'groupWords',
  choice: 'groupChoice',
  figures: 'groupFigures',
  time: 'groupTime',
  reach: 'groupReach',
  links: 'groupLinks',
  'worked-out': 'groupWorkedOut',
  place: 'groupPlace',
} as const satisfies Record<Shelf, keyof typeof objectsMessages>

/** The types people may add. Those that stand on no shelf only the platform uses. */
const typesOn = (shelf: Shelf): FieldTypeName[] =>
  (Object.keys(fieldTypesForWeb) as FieldTypeName[]).filter((type) => webFaceOf(type).shelf === shelf)

export function TypeIcon({ type }: { type: string }) {
  const Icon = webFaceOf(type).icon ?? Type
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
      {shelves.map((shelf) => (
        <div key={shelf} className="type-group">
          <span className="t3 f12">{text(shelfNames[shelf])}</span>
          <div className="type-cards">
            {typesOn(shelf)
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
