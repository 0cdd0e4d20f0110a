import { douyin } from './douyin/connector.ts'
import { formDoor } from './form/connector.ts'
import { hmacWebhook } from './hmac-webhook/connector.ts'
import { importDoor } from './import/connector.ts'
import { manualDoor } from './manual/connector.ts'
import { standardWebhook } from './standard-webhook/connector.ts'
import { wecom } from './wecom/connector.ts'

/** Every connector, pure part. A folder without its line here fails the laws; a line without its server face fails `tsc`. */
export const connectors = {
  'standard-webhook': standardWebhook,
  'hmac-webhook': hmacWebhook,
  douyin,
  form: formDoor,
  manual: manualDoor,
  import: importDoor,
  wecom,
}
export type ConnectorName = keyof typeof connectors

/** Names of the connectors that have this face. */
export type ConnectorNameOf<Face extends 'inbound' | 'outbound' | 'door'> = {
  [Name in ConnectorName]: (typeof connectors)[Name]['face'] extends Face ? Name : never
}[ConnectorName]

export const isConnectorName = (name: string): name is ConnectorName => Object.hasOwn(connectors, name)
