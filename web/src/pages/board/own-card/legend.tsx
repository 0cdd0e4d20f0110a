import { categoryColour } from '../../../parts/category-colour.ts'

/** Eight colours and no ninth: what comes after shares the last. */
export const seriesColour = (index: number): string => categoryColour(index + 1)

export function Legend({ names }: { names: string[] }) {
  return (
    <ul className="own-legend">
      {names.slice(0, 8).map((name, index) => (
        <li key={name}>
          <i style={{ background: seriesColour(index) }} />
          <span className="ell">{name}</span>
        </li>
      ))}
    </ul>
  )
}
