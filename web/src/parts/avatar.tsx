import { colourOfName } from './category-colour.ts'

/** The surname in a tinted circle. Decoration: the name always stands beside it. */
export function Avatar({ name, size = 'm' }: { name: string; size?: 'm' | 'l' | 'xl' }) {
  return (
    <span className={`av ${size}`} style={{ '--h': colourOfName(name) } as React.CSSProperties} aria-hidden="true">
      {[...name][0] ?? '·'}
    </span>
  )
}

export function PersonName({ name }: { name: string }) {
  return name === '' ? null : (
    <span className="row g6 nw">
      <Avatar name={name} />
      {name}
    </span>
  )
}
