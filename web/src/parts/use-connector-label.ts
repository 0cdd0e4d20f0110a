import { connectors, isConnectorName } from '@jieli/extensions/connectors'
import { useLabel } from '../i18n/use-text.ts'

/** What a connector is called; one that this build does not have keeps its name. */
export const useConnectorLabel = (): ((name: string) => string) => {
  const label = useLabel()
  return (name) => (isConnectorName(name) ? label(connectors[name].label) : name)
}
