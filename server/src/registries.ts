import type { AssignmentStrategy, FieldTypes, FormulaFunction, InboundConnector, OutboundConnector } from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import { assignmentStrategies } from '@jieli/extensions/assignment-strategies'
import { inboundConnectors, outboundConnectors } from '@jieli/extensions/connectors/server'

/**
 * The extensions as the engine takes them: by name, their particular settings forgotten. Settings are parsed by the
 * extension's own schema before they reach its functions, which is what makes forgetting their type here safe.
 */
export const fieldTypeRegistry = fieldTypes as unknown as FieldTypes
export const functionRegistry: Readonly<Record<string, FormulaFunction>> = formulaFunctions
export const strategyRegistry = assignmentStrategies as unknown as Readonly<Record<string, AssignmentStrategy>>
export const inboundRegistry = inboundConnectors as unknown as Readonly<Record<string, InboundConnector>>
export const outboundRegistry = outboundConnectors as unknown as Readonly<Record<string, OutboundConnector>>
