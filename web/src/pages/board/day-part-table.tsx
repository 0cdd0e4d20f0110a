import type { DayPart } from '../../data/board.ts'
import { boardMessages } from '../../i18n/messages/board-messages.ts'
import { useText } from '../../i18n/use-text.ts'

/** The part of the day that answers slowest; undefined when none answered. */
export const slowestPart = (parts: DayPart[]): DayPart | undefined =>
  parts.filter(({ medianHours }) => medianHours !== null).toSorted((a, b) => (b.medianHours ?? 0) - (a.medianHours ?? 0))[0]

/** The evidence: when the leads came, how fast they were answered, who was there. */
export function DayPartTable({ parts }: { parts: DayPart[] }) {
  const text = useText(boardMessages)
  const slowest = slowestPart(parts)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text('partHeader')}</th>
          <th scope="col" className="r">
            {text('leads')}
          </th>
          <th scope="col" className="r">
            {text('response')}
          </th>
          <th scope="col" className="r">
            {text('onShift')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.from} className={part === slowest ? 'worst' : ''}>
            <td>{text('dayPart', { from: part.from, to: part.to })}</td>
            <td className="r">{part.leads}</td>
            <td className="r">{part.medianHours === null ? '—' : text('hoursValue', { n: part.medianHours })}</td>
            <td className="r">{text('people', { n: part.consultants })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
