import { colourOf, colours, measures, type ColourName, type Scheme } from './tokens.ts'

const variables = (scheme: Scheme): string =>
  (Object.keys(colours) as ColourName[]).map((name) => `  --jl-${name}: ${colourOf(name, scheme)};`).join('\n')

/** The whole of tokens.css. Run `npx vitest run web/src/theme -u` after a change to write the file anew. */
export const tokensCss = (): string => `/* Made from tokens.ts; change it there. */
:root,
[data-theme='light'] {
  color-scheme: light;
${variables('light')}
  --jl-focus: 0 0 0 2px var(--jl-bg-surface), 0 0 0 4px var(--jl-accent);
}

[data-theme='dark'] {
  color-scheme: dark;
${variables('dark')}
}

:root {
${Object.entries(measures)
  .map(([name, value]) => `  --jl-${name}: ${value};`)
  .join('\n')}
}

[data-density='compact'] {
  --jl-row: 32px;
}
[data-density='loose'] {
  --jl-row: 44px;
}
@media (prefers-reduced-motion: reduce) {
  :root {
    --jl-t-fast: 0ms;
    --jl-t: 0ms;
    --jl-t-slow: 0ms;
  }
}
`
