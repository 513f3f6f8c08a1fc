import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { Interaction } from 'oidc-provider'
import { consentPage, loginPage, messagePage } from './pages.ts'

/** Who can sign in. */
export interface Login {
  readonly user: string
  readonly password: string
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk))
    if (chunks.length > 100) throw new Error('The form is too large.')
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}

const sendPage = (response: ServerResponse, status: number, body: string) =>
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(body)

/** The login and consent pages of the provider, at `{mount}/interaction/{uid}`. */
export class Interactions {
  readonly #provider: Provider
  readonly #mount: string
  readonly #login: Login

  constructor(parts: { provider: Provider; mount: string; login: Login }) {
    this.#provider = parts.provider
    this.#mount = parts.mount
    this.#login = parts.login
  }

  /** Answers when the request is for an interaction; tells whether it was. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const uid = new URL(request.url ?? '/', 'http://sandbox').pathname.split(`${this.#mount}/interaction/`)[1]
    if (!uid) return false
    let interaction: Interaction
    try {
      interaction = await this.#provider.interactionDetails(request, response)
    } catch {
      sendPage(response, 400, messagePage('This sign-in has ended', { 'what to do': 'Start again from the app.' }))
      return true
    }
    const action = `${this.#mount}/interaction/${interaction.uid}`
    if (request.method === 'POST') await this.#submit(request, response, interaction, action)
    else this.#show(response, interaction, action)
    return true
  }

  #show(response: ServerResponse, interaction: Interaction, action: string): void {
    const { params, prompt, session } = interaction
    if (prompt.name === 'login') {
      sendPage(response, 200, loginPage({ action, user: String(params.login_hint ?? ''), problem: null }))
      return
    }
    const view = {
      action,
      client: String(params.client_id),
      user: session?.accountId ?? '',
      scopes: String(params.scope ?? '').split(' '),
    }
    sendPage(response, 200, consentPage(view))
  }

  async #submit(request: IncomingMessage, response: ServerResponse, interaction: Interaction, action: string) {
    const form = await readForm(request)
    if (interaction.prompt.name === 'login') {
      const user = form.get('user') ?? ''
      const known = user.toLowerCase() === this.#login.user.toLowerCase()
      if (!known || form.get('password') !== this.#login.password) {
        sendPage(response, 401, loginPage({ action, user, problem: 'The user or the password is wrong.' }))
        return
      }
      await this.#provider.interactionFinished(request, response, { login: { accountId: this.#login.user } })
      return
    }
    if (form.get('decision') === 'continue') {
      const grantId = await this.#grant(interaction)
      await this.#provider.interactionFinished(request, response, { consent: { grantId } })
      return
    }
    await this.#provider.interactionFinished(
      request,
      response,
      { error: 'access_denied', error_description: 'The user declined.' },
      { mergeWithLastSubmission: false },
    )
  }

  /** A fresh grant for each consent, so that revoking what one sign-in got leaves the next one alone. */
  async #grant({ session, params }: Interaction): Promise<string> {
    const grant = new this.#provider.Grant({
      ...(session?.accountId === undefined ? {} : { accountId: session.accountId }),
      clientId: String(params.client_id),
    })
    grant.addOIDCScope(String(params.scope ?? 'openid'))
    return grant.save()
  }
}
