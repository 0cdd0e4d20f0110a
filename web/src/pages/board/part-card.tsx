import type { CockpitPart } from '@jieli/core'
import type { BoardRange, CampusBoard } from '../../data/board.ts'
import { AnomalyCard } from './anomaly-card.tsx'
import { ConsultantCard } from './consultant-card.tsx'
import { FigureRow } from './figure-row.tsx'
import { FunnelCard } from './funnel-card.tsx'
import { HeatMap } from './heat-map.tsx'
import { OverdueCard } from './overdue-card.tsx'
import { SourceCard } from './source-card.tsx'

interface PartCardProps {
  part: CockpitPart
  board: CampusBoard
  range: BoardRange
  campusId: string | undefined
}

const faces: Record<CockpitPart, (props: Omit<PartCardProps, 'part'>) => React.ReactNode> = {
  figures: ({ board, range }) => <FigureRow figures={board.figures} range={range} />,
  anomalies: ({ board }) => <AnomalyCard board={board} />,
  overdue: ({ board }) => <OverdueCard overdue={board.overdue} />,
  heat: ({ board, range }) => <HeatMap board={board} range={range} />,
  funnel: ({ board, range }) => <FunnelCard board={board} range={range} />,
  consultants: (props) => <ConsultantCard {...props} />,
  sources: (props) => <SourceCard {...props} />,
}

/** A part of the cockpit as a card of a board. */
export function PartCard({ part, ...props }: PartCardProps) {
  return faces[part](props)
}
