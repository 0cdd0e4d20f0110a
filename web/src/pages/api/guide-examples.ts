/** Examples that run as they stand once a key is in `$JIELI_KEY`; `origin` is where this workspace answers. */
export const curlRead = (origin: string): string => `curl ${origin}/api/v1/objects/lead/query \\
  -H "authorization: Bearer $JIELI_KEY" -H "content-type: application/json" \\
  -d '{"select": ["name", "phone", "stage"], "limit": 20}'`

export const curlUpsert = (origin: string): string => `curl ${origin}/api/v1/objects/lead/batch \\
  -H "authorization: Bearer $JIELI_KEY" -H "content-type: application/json" \\
  -H "idempotency-key: website-20261122-0001" \\
  -d '{"operations": [{"action": "upsert", "by": "phone",
       "values": {"name": "王芳", "phone": "13900001234"}}]}'`

export const typedClient = (
  origin: string,
): string => `// curl -H "authorization: Bearer $JIELI_KEY" ${origin}/api/v1/client.ts -o jieli-client.ts
import { createClient } from './jieli-client.ts'

const jieli = createClient({ url: '${origin}', key: process.env.JIELI_KEY ?? '' })

for await (const lead of jieli.lead.all({ select: ['name', 'stage'] }))
  console.log(lead.values.name)

await jieli.lead.upsert('phone', { name: '王芳', phone: '13900001234' }, { idempotencyKey: 'website-1' })`

export const checkSignature = (): string => `import { Webhook } from 'standardwebhooks'

const hook = new Webhook(process.env.JIELI_WEBHOOK_SECRET)
// body: the request's text as it came, before any parsing
const message = hook.verify(body, request.headers)`
