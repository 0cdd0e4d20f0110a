import { Suspense } from 'react'
import { Skeleton } from '../parts/page-states/page-states.tsx'
import { recordViews, type RecordViewProps } from './record-view.ts'

/** A view that is no list, by its kind. */
export function RecordViewFace(props: RecordViewProps) {
  const { Face } = recordViews[props.view.kind]
  return Face ? (
    <Suspense fallback={<Skeleton lines={10} />}>
      <Face key={props.view.id} {...props} />
    </Suspense>
  ) : null
}
