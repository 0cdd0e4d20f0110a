import type { ServerResponse } from 'node:http'
import type { App } from './app.ts'
import type { Http } from './http.ts'
import { contextOfUser } from '../features/workspace/contexts.ts'
import type { Context, Workspace } from '../features/workspace/workspace.ts'
import { findNotice } from '../features/notices/find-notices.ts'

const PING_MS = 20_000
/** What changes within one such stretch is told at once: a burst of leads is one redraw. */
const GATHER_MS = 120

/**
 * Of what changed, the objects that exist for this person with the rights of this moment. Names that are no objects
 * (the inbox, imports) are the platform's own and tell nothing of anybody's records.
 */
const knownObjects = (workspace: Workspace, { access, actor }: Context, names: Iterable<string>): string[] => {
  const { objects } = workspace.config.current
  const isAtWork = workspace.directory.current.users.get(access.userId ?? '')?.active === true
  const now = isAtWork ? contextOfUser(workspace, access.userId ?? '', actor).access : undefined
  return [...names].filter((name) => {
    const info = objects.get(name)
    return now !== undefined && (!info || (now.object(info)?.read.length ?? 0) > 0)
  })
}

/**
 * Server-sent events: what kind of thing changed, never what is in it. Pages then read anew, each with its own rights. A
 * notice goes to its receiver alone.
 */
export const liveRoutes = (http: Http, app: App): void => {
  const open = new Set<ServerResponse>()
  // A stream never ends by itself; a server that waits for its pages to go would never stop.
  http.addHook('preClose', async () => {
    for (const raw of open) raw.end(() => raw.socket?.destroy())
  })

  http.get('/api/v1/live', async (request, reply) => {
    const context = await request.context()
    reply.hijack()
    const { raw } = reply
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-accel-buffering': 'no',
    })
    const send = (event: string, data: unknown): void => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    send('ready', { version: app.workspace.config.current.version })
    let gathered = new Set<string>()
    let timer: NodeJS.Timeout | undefined
    const flush = (): void => {
      timer = undefined
      const objects = knownObjects(app.workspace, context, gathered)
      gathered = new Set()
      if (objects.length > 0) send('changed', { objects })
    }
    const unsubscribe = app.workspace.commits.subscribe((commit) => {
      for (const object of commit.objects) gathered.add(object)
      if (gathered.size > 0) timer ??= setTimeout(flush, GATHER_MS)
      if (commit.metaVersion !== undefined)
        setTimeout(() => send('meta', { version: app.workspace.config.current.version }), GATHER_MS)
      for (const { userId, noticeId } of commit.noticed) {
        if (userId === context.access.userId)
          void findNotice(context, noticeId).then((notice) => notice && send('notice', notice))
      }
    })
    const ping = setInterval(() => send('ping', {}), PING_MS)
    open.add(raw)
    raw.on('close', () => {
      open.delete(raw)
      unsubscribe()
      clearInterval(ping)
      clearTimeout(timer)
    })
  })
}
