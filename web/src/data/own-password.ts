import { useMutation } from '@tanstack/react-query'
import { api } from './api-client.ts'

/** A new password for oneself. Every session ends with it, this one too. */
export const useChangeOwnPassword = () =>
  useMutation({ mutationFn: (input: { old: string; new: string }) => api.post('/me/password', input) })
