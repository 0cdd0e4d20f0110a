import type { QueryCard } from '@jieli/core'
import type { ShownCard } from '../../../data/boards.ts'
import type { CardWords } from './use-card-words.ts'

/** What every face of an own card is drawn from. */
export interface FaceProps {
  card: QueryCard
  figures: ShownCard
  words: CardWords
  /** The card's name, for the list a figure opens to. */
  title: string
}
