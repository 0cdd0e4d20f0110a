import { useMemo } from 'react'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useMeta } from '../../data/meta.ts'
import { useMe } from '../../data/session.ts'
import { useLocale } from '../../i18n/locale-store.ts'
import { pageVocabulary, type PageVocabulary } from './formula-vocabulary.ts'

/** The words in which formulas about an object are written, as this reader may know them. */
export const useFormulaVocabulary = (object: ObjectMeta): PageVocabulary => {
  const meta = useMeta()
  const locale = useLocale()
  const { workspace } = useMe()
  return useMemo(
    () => pageVocabulary(object, meta, { locale, timeZone: workspace.timeZone }),
    [object, meta, locale, workspace.timeZone],
  )
}
