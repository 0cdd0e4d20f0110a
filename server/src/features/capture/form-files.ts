import type { AnsweredFiles, SentFile } from '../../public-pages/read-submission.ts'
import { storeFile, type FileToStore } from '../files/store-file.ts'
import { stripMetadata } from '../files/strip-metadata.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Submission } from './submission.ts'

type Event = NonNullable<FileToStore['event']>
type FileIds = Record<string, string[]>

/** One after the other: pages come from phones, a few files each, and disks like it better. */
const storeAll = async (context: Context, sent: readonly SentFile[], event?: Event): Promise<string[]> => {
  const ids: string[] = []
  for (const { name, bytes, type } of sent) {
    const { id } = await storeFile(context, { name, bytes: stripMetadata(bytes, type ?? ''), ...(event ? { event } : {}) })
    ids.push(id)
  }
  return ids
}

/** Photos of a page that goes back for other mistakes: they wait here, so that nobody sends them twice. Ids by question. */
export const keepFormFiles = async (context: Context, files: AnsweredFiles): Promise<FileIds> => {
  const ids: FileIds = {}
  for (const [name, { sent, kept }] of Object.entries(files)) ids[name] = [...kept, ...(await storeAll(context, sent))]
  return ids
}

/**
 * Stores the photos of an accepted form under its event, and gives the submission with their ids as its answers. What
 * waited from an earlier try is claimed for the event by one statement, so that it ends on one record however often it is sent.
 */
export const withFormFiles = async (context: Context, submission: Submission, files: AnsweredFiles): Promise<Submission> => {
  const { sourceId, eventId } = submission
  const kept = Object.values(files).flatMap((one) => one.kept)
  const claimed = new Set(kept.length === 0 ? [] : await claim(context, kept, { sourceId, eventId }))
  const answers: FileIds = {}
  for (const [name, one] of Object.entries(files))
    answers[name] = [...one.kept.filter((id) => claimed.has(id)), ...(await storeAll(context, one.sent, { sourceId, eventId }))]
  return { ...submission, payload: { ...submission.payload, ...answers } }
}

const claim = async (context: Context, ids: readonly string[], { sourceId, eventId }: Event): Promise<string[]> => {
  const rows = await context.workspace.db.query<{ id: string }>(
    `UPDATE w.file SET source_id = $2, event_id = $3 WHERE id = ANY($1::uuid[]) AND record_id IS NULL AND created_by IS NULL
       AND (event_id IS NULL OR (source_id = $2 AND event_id = $3)) RETURNING id`,
    [ids, sourceId, eventId],
  )
  return rows.map(({ id }) => id)
}
