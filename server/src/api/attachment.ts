import type { FastifyReply } from 'fastify'

/** A file to be kept: never shown in the page, never kept by caches, its name in any script. */
export const attachment = (reply: FastifyReply, fileName: string, contentType: string): FastifyReply =>
  reply
    .type(contentType)
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
