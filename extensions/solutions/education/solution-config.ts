import type { z } from 'zod'
import type { ConfigKind, configKinds } from '@jieli/core'

/** What a solution installs, by kind of configuration, as a definition file writes it (defaults may be left out). */
export type SolutionConfig = {
  [K in Exclude<ConfigKind, 'object' | 'webhook' | 'layout' | 'menu' | 'board'>]: z.input<(typeof configKinds)[K]>[]
}
