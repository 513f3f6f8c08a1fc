import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  fieldProblem,
  needsSecret,
  type ShownSource,
  type SourceInput,
  secretPlace,
} from '../../../shared/model/source-settings.ts'
import { t } from '../../../shared/words/text.ts'
import { callKey, failureOf, type Input, useAct, useCall } from '../../api.ts'
import { useNavigation } from '../../navigation.tsx'
import { seal } from '../../seal.ts'
import { fieldOf } from './source-words.ts'
import { stopTrying } from './stop-trying.ts'

/** What is wrong with a field of the form, in a sentence; null when nothing is known to be. */
export type ErrorAt = (field: string) => string | null

/** A source as it stands in its form: settings, a secret that was typed, and what can be done with them. */
export function useSourceForm<S extends SourceInput>(connection: string, start: S, shown: ShownSource) {
  const client = useQueryClient()
  const { go } = useNavigation()
  const sealingKey = useCall('app', 'info', undefined).data?.sealingKey
  const [settings, setSettings] = useState(start)
  const [secret, setSecret] = useState('')
  const [touched, setTouched] = useState(false)
  const [problem, setProblem] = useState<{ field: string; reason: string } | null>(null)
  const [keptPlace, setKeptPlace] = useState(shown.secrets[start.kind] === null ? null : secretPlace(start))
  const [provenFor, setProvenFor] = useState(shown.use === start.kind ? triedOf(start, '') : null)
  const test = useAct('source', 'test')
  const connect = useAct('source', 'connect')
  const refresh = useAct('source', 'refresh')

  const isKept = secret === '' && keptPlace === secretPlace(settings)
  const failedStep = test.data?.steps.find(({ failure }) => failure !== null)?.failure ?? null
  const tried = triedOf(settings, secret)
  const signedIn = test.data?.steps.some(({ step, failure }) => step === 'sign-in' && failure === null) ?? false
  if (signedIn && provenFor !== tried) setProvenFor(tried)
  const error = connect.error ?? refresh.error ?? test.error
  const failure = error ? failureOf(error) : failedStep

  /** What the calls take; null, with the problem shown, while a field can’t be used. */
  async function asked(): Promise<Input<'source', 'test'> | null> {
    const found = fieldProblem(settings) ?? (needsSecret(settings) && secret === '' && !isKept ? missing() : null)
    setProblem(found)
    if (found || sealingKey === undefined) return null
    return { connection, settings, secret: secret === '' ? null : await seal(secret, sealingKey) }
  }
  const forget = () => {
    setTouched(true)
    setProblem(null)
    for (const act of [test, connect, refresh]) act.reset()
  }
  return {
    settings,
    secret,
    isKept,
    asked,
    /**
     * What names the search to be counted: null while the server and the account have not worked as they stand in the form,
     * and in a form that was just opened, whose people were counted when they were read.
     */
    toCount: (searchOf: (settings: S) => string): string | null =>
      provenFor === tried && touched ? searchOf(settings) : null,
    /** Sets some fields; what was said about the fields before no longer holds. */
    set: (change: Partial<S>) => {
      forget()
      setSettings((before) => ({ ...before, ...change }))
    },
    setSecret: (next: string) => {
      forget()
      setSecret(next)
    },
    errorAt: ((field) => {
      if (problem) return problem.field === field ? problem.reason : null
      if (failure === null || fieldOf(failure) !== field) return null
      return (failure.code === 'source-field' && failure.detail) || failure.happened
    }) satisfies ErrorAt as ErrorAt,
    tested: test.data ?? null,
    testing: test.isPending,
    test: async () => {
      setTouched(true)
      const input = await asked()
      if (input) test.mutate(input)
    },
    stopTesting: () => stopTrying(connection),
    failure: error ? failureOf(error) : null,
    saving: connect.isPending || refresh.isPending,
    /** Keeps the settings, reads the people and shows them. */
    save: async () => {
      const input = await asked()
      if (!input) return
      connect.mutate(input, {
        onSuccess: (after) => {
          client.setQueryData(callKey('source', 'settings', { connection }), after)
          setKeptPlace(needsSecret(settings) ? secretPlace(settings) : null)
          setSecret('')
          refresh.mutate({ connection }, { onSuccess: () => go({ at: 'people' }) })
        },
      })
    },
  }
}

/** See {@link useSourceForm}. */
export type SourceForm<S extends SourceInput> = ReturnType<typeof useSourceForm<S>>

/** Server, account and secret in one text: whether signing in works depends on these. */
const triedOf = (settings: SourceInput, secret: string): string =>
  JSON.stringify([secretPlace(settings), settings.kind === 'ldap' ? settings.authority : null, secret])

const missing = () => ({ field: 'secret', reason: t('Enter it once; it is kept in the keychain.') })
