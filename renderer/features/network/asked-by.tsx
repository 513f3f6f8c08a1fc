import type { ReactNode } from 'react'
import type { ShownNetwork } from '../../../shared/model/network.ts'
import { t } from '../../../shared/words/text.ts'
import { Sentence } from '../../components/sentence.tsx'

/** Names of servers in a row: `a and b`. */
function Servers({ names: [first = '', ...rest] }: { names: readonly string[] }): ReactNode {
  const last = rest.at(-1)
  if (last === undefined) return <bdi>{first}</bdi>
  return (
    <Sentence
      message="{servers} and {last}"
      values={{ servers: <Servers names={[first, ...rest.slice(0, -1)]} />, last: <bdi>{last}</bdi> }}
    />
  )
}

/** Which servers have asked for a certificate of this computer, in one sentence. */
export function AskedBy({ asked }: Pick<ShownNetwork, 'asked'>) {
  if (asked.length === 0) return t('No server has asked for one since Muster started.')
  return (
    <Sentence
      message="{servers} asked for a certificate of this computer."
      values={{ servers: <Servers names={asked.map(({ server }) => server)} /> }}
    />
  )
}
