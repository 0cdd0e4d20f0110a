import type { Field, Form } from '@jieli/core'
import { publicInputOf } from '@jieli/extensions/field-types/public-inputs'

export type Question = Form['fields'][number]

/** As many as the form's schema takes. */
export const mostQuestions = 20
/** Beyond this, people are known to turn away: the editor says so, and still lets it be. */
export const mostComfortable = 8

/** Keeps the English of the label when only the Chinese is typed anew. */
export const relabelled = (question: Question, typed: string): Question => {
  const { label: before, ...rest } = question
  return typed === '' ? rest : { ...rest, label: { ...before, 'zh-CN': typed } }
}

/**
 * The fields that may still be asked: those a stranger can fill in, that the platform does not fill itself, that the place of the
 * form does not fix, and that no question asks for yet.
 */
export const freeFieldsOf = (fields: readonly Field[], questions: readonly Question[], fixed: readonly string[]): Field[] => {
  const taken = new Set([...fixed, ...questions.map(({ name }) => name)])
  return fields.filter(({ name, type, readOnly }) => publicInputOf(type) && !readOnly && !taken.has(name))
}

/** Whether an answer tells who it is: without one nobody could be called back. */
export const asksForContact = (fields: readonly Field[], questions: readonly Question[]): boolean =>
  questions.some(({ name }) => fields.some((field) => field.name === name && field.identifies))
