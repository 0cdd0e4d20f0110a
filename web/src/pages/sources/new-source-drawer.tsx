import { useId, useState } from 'react'
import { sourceSchema } from '@jieli/core'
import { connectors, type ConnectorName } from '@jieli/extensions/connectors'
import { useSaveConfig } from '../../data/config.ts'
import { sourcesMessages } from '../../i18n/messages/sources-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { ChoiceList } from '../../parts/admin-page/choice-list.tsx'
import { Drawer, DrawerPart } from '../../parts/admin-page/drawer.tsx'
import { showFailure } from '../../parts/toast/toast-store.ts'

const offered = (Object.keys(connectors) as ConnectorName[]).filter(
  (name) => connectors[name].face === 'inbound' || name === 'form',
)

/** How, what it is called, where it lives: then there is an address to give away. */
export function NewSourceDrawer({
  takenIds,
  onCreated,
  onClose,
}: {
  takenIds: string[]
  onCreated(id: string): void
  onClose(): void
}) {
  const text = useText(sourcesMessages)
  const label = useLabel()
  const id = useId()
  const [connector, setConnector] = useState<ConnectorName>('standard-webhook')
  const [name, setName] = useState('')
  const [sourceId, setSourceId] = useState('')
  const save = useSaveConfig('source')
  const profile = connectors[connector]
  const mapping = 'defaultMapping' in profile ? profile.defaultMapping : {}
  const parsed = sourceSchema.safeParse({ id: sourceId, label: name.trim(), connector, mapping })
  const isFree = !takenIds.includes(sourceId)
  const create = (): void => {
    if (parsed.success)
      save.mutate({ id: sourceId, item: parsed.data }, { onSuccess: () => onCreated(sourceId), onError: showFailure })
  }
  return (
    <Drawer
      title={text('add')}
      onClose={onClose}
      footer={
        <button type="button" className="btn pri" disabled={!parsed.success || !isFree || save.isPending} onClick={create}>
          {text('create')}
        </button>
      }
    >
      <DrawerPart title={text('connector')}>
        <ChoiceList<ConnectorName>
          label={text('connector')}
          value={connector}
          onChange={setConnector}
          choices={offered.map((one) => ({
            id: one,
            title: label(connectors[one].label),
            note: label(connectors[one].description),
          }))}
        />
      </DrawerPart>
      <DrawerPart title={text('settings')}>
        <div className="field">
          <label htmlFor={`${id}-name`}>{text('name')}</label>
          <input
            id={`${id}-name`}
            className="inp"
            autoFocus
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}-id`}>{text('sourceId')}</label>
          <input
            id={`${id}-id`}
            className="inp code"
            maxLength={60}
            value={sourceId}
            aria-invalid={sourceId !== '' && !isFree}
            placeholder="kuaishou"
            onChange={(event) => setSourceId(event.target.value.toLowerCase().replace(/[^a-z0-9-]/g, ''))}
          />
          <span className="field-note">{text('sourceIdHint')}</span>
        </div>
      </DrawerPart>
    </Drawer>
  )
}
