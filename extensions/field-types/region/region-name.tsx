import type { Value } from '@jieli/core'
import { regionNames } from './divisions.ts'

/** Apart, because the list of divisions is large and few pages show one. */
export function RegionName({ value }: { value: Value }) {
  return <>{value === null ? '' : regionNames(String(value)).join(' ')}</>
}
