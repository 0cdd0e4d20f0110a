import type { ReactNode } from 'react'
import { Lock } from 'lucide-react'
import type { CardChart, QueryCard } from '@jieli/core'
import type { CardFigures, ShownCard } from '../../../data/boards.ts'
import { boardMessages } from '../../../i18n/messages/board-messages.ts'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useLabel, useText } from '../../../i18n/use-text.ts'
import { Skeleton } from '../../../parts/page-states/page-states.tsx'
import { RecordsAnchor } from '../../../parts/records-anchor.tsx'
import { BarChart } from './bar-chart.tsx'
import type { FaceProps } from './face-props.ts'
import { LineChart } from './line-chart.tsx'
import { NumberFace, ProgressFace } from './number-face.tsx'
import { RingChart } from './ring-chart.tsx'
import { TableFace } from './table-face.tsx'
import { useCardWords } from './use-card-words.ts'
import './own-card.css'

const faces: Record<CardChart, (props: FaceProps) => ReactNode> = {
  number: NumberFace,
  progress: ProgressFace,
  bar: BarChart,
  line: LineChart,
  ring: RingChart,
  table: TableFace,
}

interface OwnCardProps {
  card: QueryCard
  /** Undefined: on the way. */
  figures: CardFigures | undefined
  titles: Readonly<Record<string, string>>
}

function Body({ card, figures, titles }: Omit<OwnCardProps, 'figures'> & { figures: ShownCard }) {
  const text = useText(boardEditorMessages)
  const title = useLabel()(card.title)
  const words = useCardWords(card, titles)
  const Face = faces[card.chart]
  const hasGroups = card.chart === 'number' || card.chart === 'progress' || figures.groups.length > 0
  return hasGroups ? (
    <Face card={card} figures={figures} words={words} title={title} />
  ) : (
    <p className="own-none t3">{text('nothingYet')}</p>
  )
}

/** The stretch a card looks at, in words beside its name. */
const usePeriodText = (card: QueryCard): string => {
  const text = useText(boardEditorMessages)
  return card.period ? text(`period-${card.period.range}`) : text('period-all')
}

function Total({ card, figures, titles }: Omit<OwnCardProps, 'figures'> & { figures: ShownCard }) {
  const words = useCardWords(card, titles)
  const label = useLabel()
  return (
    <span className="own-total" title={words.exact(figures.total)}>
      <RecordsAnchor query={figures.query} about={label(card.title)}>
        {words.figure(figures.total)}
      </RecordsAnchor>
    </span>
  )
}

/** A card somebody made: a question to the records, drawn; each figure opens to the records it counts. */
export function OwnCard({ card, figures, titles }: OwnCardProps) {
  const label = useLabel()
  const text = useText(boardEditorMessages)
  const words = useText(boardMessages)
  const period = usePeriodText(card)
  const isGrouped = card.chart !== 'number' && card.chart !== 'progress'
  return (
    <section className="card own-card" aria-label={label(card.title)}>
      <header>
        <h2 className="ell">{label(card.title)}</h2>
        <span className="count nw">
          {period}
          {figures?.state === 'shown' && figures.ignoresCampus && ` · ${words('allCampuses')}`}
        </span>
        <span className="sp" />
        {isGrouped && figures?.state === 'shown' && <Total card={card} figures={figures} titles={titles} />}
      </header>
      {!figures ? (
        <Skeleton lines={3} />
      ) : figures.state === 'closed' ? (
        <p className="own-none t3">
          <Lock size={14} aria-hidden="true" />
          {text('closed')}
        </p>
      ) : (
        <Body card={card} figures={figures} titles={titles} />
      )}
    </section>
  )
}
