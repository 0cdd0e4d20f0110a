import type { BoardFigure, BoardRange } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { MetricCard, MetricRow } from '../../parts/metric-card.tsx'
import { useOpenRecords } from '../../parts/use-open-records.ts'
import { figureProps } from './figure-texts.ts'

export function FigureRow({ figures, range }: { figures: BoardFigure[]; range: BoardRange }) {
  const text = useText(boardMessages)
  const open = useOpenRecords()
  return (
    <MetricRow label={text('figures')}>
      {figures.map((figure) => {
        const props = figureProps(figure, range, text)
        return <MetricCard key={figure.name} {...props} onOpen={() => open(figure.query, props.label)} />
      })}
    </MetricRow>
  )
}
