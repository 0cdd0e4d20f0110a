import { useEffect, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { findRecords } from '../../data/records.ts'
import { listMessages } from '../../i18n/messages/list-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { showFailure } from '../toast/toast-store.ts'

type Query = Pick<Parameters<typeof findRecords>[1], 'where' | 'search'>

/** The count of a list; where counting stopped at a thousand, the way to count them all. */
export function ExactCount({
  object,
  query,
  count,
}: {
  object: string
  query: Query
  count: { value: number; capped: boolean }
}) {
  const text = useText(listMessages)
  const [exact, setExact] = useState<number | null>(null)
  const asked = JSON.stringify(query)
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another question, or word of a change, makes the figure stale
  useEffect(() => setExact(null), [asked, object, count.value])
  const counting = useMutation({
    mutationFn: () => findRecords(object, { ...query, select: ['id'], limit: 1, count: 'exact' }),
    onSuccess: (page) => setExact(page.count?.value ?? null),
    onError: showFailure,
  })
  if (!count.capped || exact !== null) return <span className="count">{(exact ?? count.value).toLocaleString('en')}</span>
  return (
    <>
      <span className="count">{count.value.toLocaleString('en')}+</span>
      <button type="button" className="link f12 nw" disabled={counting.isPending} onClick={() => counting.mutate()}>
        {text(counting.isPending ? 'counting' : 'countExactly')}
      </button>
    </>
  )
}
