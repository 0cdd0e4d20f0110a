import { z } from 'zod'

/** How a sender signs: which bytes, by which function, written how, found where. Enough for most platforms there are. */
export const signatureStyleSchema = z
  .object({
    algorithm: z.enum(['sha256', 'sha1', 'sha512', 'md5', 'sm3']).default('sha256'),
    /** `hmac` with the secret as key, or a plain `hash` whose content names `{secret}`. */
    combine: z.enum(['hmac', 'hash']).default('hmac'),
    /** Header that holds the signature, lower case. */
    header: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[a-z0-9-]{1,80}$/),
    /** `pairs` is Stripe's way: `t=1614265330,v1=…`; the pair is named by `prefix`, the time by `t`. */
    form: z.enum(['plain', 'pairs']).default('plain'),
    /** Stands before the signature: `sha256=`. */
    prefix: z.string().max(20).default(''),
    encoding: z.enum(['hex', 'base64', 'base64-of-hex']).default('hex'),
    /** What is signed. Of `{body}`, `{timestamp}`, `{nonce}`, `{secret}` and text between. */
    content: z.string().min(1).max(200).default('{body}'),
    /** Headers with the time in unix seconds and the nonce, when they are signed too. */
    timestampHeader: z.string().trim().toLowerCase().max(80).default(''),
    nonceHeader: z.string().trim().toLowerCase().max(80).default(''),
    /** Header, or else path into the body, of the event's id. Without either, equal bodies are one event. */
    eventIdHeader: z.string().trim().toLowerCase().max(80).default(''),
    eventIdPath: z.string().trim().max(200).default(''),
  })
  .refine((style) => style.content.includes('{body}'), { path: ['content'], error: 'body-not-signed' })
  // A plain hash without the secret is one that anybody can make.
  .refine((style) => style.combine === 'hmac' || style.content.includes('{secret}'), {
    path: ['content'],
    error: 'secret-not-signed',
  })
export type SignatureStyle = z.output<typeof signatureStyleSchema>

/** Three well-known ways and Slack's. A style is data: a new platform is a new line, or `custom` settings of a source. */
export const signatureStyles = {
  github: signatureStyleSchema.parse({ header: 'x-hub-signature-256', prefix: 'sha256=', eventIdHeader: 'x-github-delivery' }),
  shopify: signatureStyleSchema.parse({
    header: 'x-shopify-hmac-sha256',
    encoding: 'base64',
    eventIdHeader: 'x-shopify-webhook-id',
  }),
  stripe: signatureStyleSchema.parse({
    header: 'stripe-signature',
    form: 'pairs',
    prefix: 'v1=',
    content: '{timestamp}.{body}',
    eventIdPath: 'id',
  }),
  slack: signatureStyleSchema.parse({
    header: 'x-slack-signature',
    prefix: 'v0=',
    content: 'v0:{timestamp}:{body}',
    timestampHeader: 'x-slack-request-timestamp',
    eventIdPath: 'event_id',
  }),
}
export type SignatureStyleName = keyof typeof signatureStyles
