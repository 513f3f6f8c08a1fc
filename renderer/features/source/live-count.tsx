import { Button, Loader, Text } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import type { Failure } from '../../../shared/errors.ts'
import type { SourceCount } from '../../../shared/model/source-test.ts'
import { t } from '../../../shared/words/text.ts'
import { call, failureOf, type Input, useEvent } from '../../api.ts'
import { stopTrying } from './stop-trying.ts'

/** How long typing has to rest before anybody is asked, in milliseconds. */
const rest = 700

type State =
  | { readonly at: 'idle' }
  | { readonly at: 'counting'; readonly done: number }
  | { readonly at: 'counted'; readonly count: SourceCount }
  | { readonly at: 'failed'; readonly failure: Failure }

/**
 * How many people the search finds, counted again when it is edited. Only a server that this form has signed in to before
 * is asked: no password is sent to half a server name.
 */
export function LiveCount(props: {
  connection: string
  /** Names the search; a new one is counted. Null while nothing may be asked. */
  search: string | null
  asked: () => Promise<Input<'source', 'count'> | null>
}) {
  const { connection, search, asked } = props
  const [state, setState] = useState<State>({ at: 'idle' })
  useEvent('source.progress', ({ connection: of, what, progress }) => {
    if (of !== connection || what !== 'counting' || progress === null) return
    setState((before) => (before.at === 'counting' ? { at: 'counting', done: progress.done } : before))
  })
  const ask = useEffectEvent(asked)
  useEffect(() => {
    setState({ at: 'idle' })
    if (search === null) return
    let current = true
    const show = (next: State) => current && setState(next)
    const timer = setTimeout(async () => {
      const input = await ask()
      if (input === null || !current) return
      show({ at: 'counting', done: 0 })
      call('source', 'count', input).then(
        (found) => show({ at: 'counted', count: found }),
        (error: Error) => {
          const failure = failureOf(error)
          show(failure.code === 'source-cancelled' ? { at: 'idle' } : { at: 'failed', failure })
        },
      )
    }, rest)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [search])
  return (
    <Text fz="sm" component="div" role="status" aria-label={t('People found')} mih={search === null ? 0 : 30}>
      {state.at === 'counting' ? (
        <>
          <Loader size={14} mr={8} />{' '}
          {state.done > 0 ? t('Counting … {done, number}', { done: state.done }) : t('Counting …')}{' '}
          <Button variant="subtle" onClick={() => stopTrying(connection)}>
            {t('Cancel')}
          </Button>
        </>
      ) : null}
      {state.at === 'counted'
        ? state.count.more
          ? t('{people, plural, one {More than # person is} other {More than # people are}} found.', {
              people: state.count.people,
            })
          : t('{people, plural, one {# person is} other {# people are}} found.', { people: state.count.people })
        : null}
      {state.at === 'failed' ? `${state.failure.happened} ${state.failure.detail ?? ''}` : null}
    </Text>
  )
}
