import type { Queryable } from '../../database/database.ts'
import { PLACE_DAYS } from '../sign-in/log-sign-in.ts'

/** A row beside the log that is not as the log has it. */
export interface FaultBeside {
  kind: 'setting' | 'place'
  /** The setting's kind and id, or the sign-in's event. */
  subject: string
  at: string
  eventId?: string
}

/**
 * What the log answers for without holding it: the history of settings must be as each event sealed it, the settings as the
 * history leaves them, and places of sign-ins as their events sealed them, for as long as they are kept.
 */
export const findFaultsBeside = async (db: Queryable): Promise<FaultBeside[]> => {
  const rows = await db.query<FaultBeside & { eventId: string | null }>(
    `WITH told AS (
       SELECT e.id, e.at, (e.data ->> 'version')::bigint AS version, e.data ->> 'kind' AS kind, e.data ->> 'id' AS item, e.data ->> 'seal' AS seal
       FROM w.event e WHERE e.kind = 'setting.changed'),
     last AS (SELECT DISTINCT ON (kind, id) kind, id, at, after FROM w.config_change ORDER BY kind, id, version DESC),
     signed AS (SELECT id, at, record_id, data ->> 'place' AS seal FROM w.event WHERE object = 'session' AND data ? 'place')
     SELECT 'setting' AS kind, coalesce(c.kind || '/' || c.id, t.kind || '/' || t.item) AS subject, coalesce(t.at, c.at) AS at, t.id AS "eventId"
     FROM told t FULL JOIN w.config_change c ON c.version = t.version AND c.kind = t.kind AND c.id = t.item
     WHERE t.id IS NULL OR c.version IS NULL OR w.config_change_seal(c.version, c.at, c.actor, c.kind, c.id, c.before, c.after) IS DISTINCT FROM t.seal
     UNION ALL
     SELECT 'setting', coalesce(i.kind, l.kind) || '/' || coalesce(i.id, l.id), coalesce(i.updated_at, l.at), NULL
     FROM last l FULL JOIN w.config_item i ON i.kind = l.kind AND i.id = l.id WHERE i.item IS DISTINCT FROM l.after
     UNION ALL
     SELECT 'place', coalesce(s.id, p.event_id)::text, coalesce(s.at, p.at), s.id
     FROM signed s FULL JOIN w.sign_in_place p ON p.event_id = s.id
     WHERE s.id IS NULL OR (p.event_id IS NULL AND s.at > now() - make_interval(days => $1))
       OR (p.event_id IS NOT NULL
         AND encode(sha256(convert_to(p.salt || '|' || p.ip || '|' || p.device, 'UTF8')), 'hex') IS DISTINCT FROM s.seal)
     ORDER BY 3, 2`,
    [PLACE_DAYS],
  )
  return rows.map(({ eventId, ...fault }) => ({ ...fault, ...(eventId === null ? {} : { eventId }) }))
}
