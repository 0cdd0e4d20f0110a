import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { CrmRecord, Value } from '@jieli/core'
import { api } from './api-client.ts'
import { ApiError } from './api-error.ts'
import { changedUnder } from './changed-under.ts'
import { fieldOf, useObject } from './meta.ts'
import { queryKeys } from './query-keys.ts'
import { useUpdateRecord, type OneRecord } from './records.ts'

export interface Conflict {
  mine: Record<string, Value>
  /** The record as it stands now. */
  theirs: CrmRecord
}
export interface Told {
  onSaved?(record: CrmRecord): void
  onRefused(error: unknown): void
  /** It was saved, and the writer may not see the record any more: there is nothing to go on with and nothing to undo. */
  onOutOfSight(): void
  /** Somebody changed the same fields. Without this, `conflict` says so. */
  onConflict?(theirs: CrmRecord): void
}

/** The writer's fields that stand differently by now, as the server says: names, for it tells no values. */
const conflictingFields = ({ body }: ApiError): string[] => {
  const { details } = body as { details?: { fields?: string } }
  return details?.fields?.split(',') ?? []
}

/**
 * Writes on the revision that was read. When somebody was faster but changed other fields, the write goes through on the
 * new revision; when they changed the same ones, both are given back for the reader to choose from.
 */
export const useSaveRecord = (object: string) => {
  const client = useQueryClient()
  const info = useObject(object)
  const { mutateAsync } = useUpdateRecord(object)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const save = async (read: CrmRecord, mine: Record<string, Value>, told: Told): Promise<void> => {
    try {
      const { record, outOfSight } = await mutateAsync({ id: read.id, rev: read.rev, values: mine })
      if (outOfSight) told.onOutOfSight()
      else told.onSaved?.(record)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'rev-conflict') return told.onRefused(error)
      await settle(read, mine, told, coveredAmong(error)).catch(told.onRefused)
    }
  }
  /** Two covers may look alike over different values: of those the server's word counts. */
  const coveredAmong = (error: ApiError): string[] => conflictingFields(error).filter((name) => fieldOf(info, name)?.covered)
  const settle = async (
    read: CrmRecord,
    mine: Record<string, Value>,
    told: Told,
    covered: readonly string[],
  ): Promise<void> => {
    const now = await api.get<OneRecord>(`/objects/${object}/records/${read.id}`)
    client.setQueryData(queryKeys.record(object, read.id), now)
    if (covered.length === 0 && changedUnder(read, now.record, Object.keys(mine)).length === 0)
      return save(now.record, mine, told)
    if (told.onConflict) told.onConflict(now.record)
    else setConflict({ mine, theirs: now.record })
  }
  return { save, conflict, forget: () => setConflict(null) }
}
