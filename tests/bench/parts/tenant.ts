import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts'
import { baseOf } from '../../sandbox/scim-caller.ts'
import { serviceToken } from '../../sandbox/sign-in.ts'
import { openLateFront } from '../late-front.ts'
import { serve } from '../part.ts'
import type { TenantOptions } from '../world.ts'

/** A tenant that was started; `origin` and `base` are where its service is to be asked, through the delay. */
interface Started extends Pick<Sandbox, 'settings' | 'login' | 'peopleFile'> {
  readonly origin: string
  readonly base: string
  readonly accessToken: string
}

const closings: (() => unknown)[] = []

const duties = {
  /** Starts a tenant sandbox. */
  async start({ people, accounts, delay, quirks = [] }: TenantOptions): Promise<Started> {
    // Tokens that outlast the bench: what is measured is not the refresh.
    const sandbox = await startSandbox({ people, accounts, quirks, accessTtl: 86_400, journal: 0 })
    closings.push(sandbox.stop)
    const { settings, login, peopleFile } = sandbox
    const own = settings.scim.baseUrl
    let origin = own
    if (delay > 0) {
      const front = await openLateFront(own, delay)
      closings.push(front.close)
      origin = front.origin
    }
    const accessToken = await serviceToken(sandbox)
    return { settings, login, peopleFile, origin, base: baseOf(sandbox).replace(own, origin), accessToken }
  },
}
/** See {@link serve}. */
export type TenantDuties = typeof duties

serve(duties, () => Promise.all(closings.map((close) => close())))
