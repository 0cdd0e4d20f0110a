/**
 * Every cache key begins with what it depends on, so a live `changed` event can name what to ask again:
 * `['objects', 'lead', …]` goes stale when a lead changes, `['derived', …]` when anything does.
 */
export const queryKeys = {
  session: ['session'] as const,
  meta: ['meta'] as const,
  object: (object: string) => ['objects', object] as const,
  records: (object: string, query: unknown) => ['objects', object, 'records', query] as const,
  group: (object: string, query: unknown) => ['objects', object, 'group', query] as const,
  record: (object: string, id: string) => ['objects', object, 'record', id] as const,
  timeline: (object: string, id: string) => ['objects', object, 'timeline', id] as const,
  explain: (object: string, id: string, what: string) => ['objects', object, 'explain', id, what] as const,
  derived: ['derived'] as const,
  today: ['derived', 'today'] as const,
  boards: ['derived', 'board'] as const,
  boardList: ['derived', 'board', 'list'] as const,
  board: (name: string, params: unknown) => ['derived', 'board', name, params] as const,
  sources: ['derived', 'sources'] as const,
  captures: (params: unknown) => ['derived', 'captures', params] as const,
  notices: ['notices'] as const,
  config: (kind: string) => ['config', kind] as const,
  users: ['users'] as const,
  apiKeys: ['api-keys'] as const,
  /** The stream of changes names it like an object, when messages were sent. */
  webhooks: ['objects', 'webhooks'] as const,
}
