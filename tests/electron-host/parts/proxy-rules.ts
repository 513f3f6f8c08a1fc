import { runInNewContext } from 'node:vm'
import type { ProxyConfig } from 'electron'

/** Servers of this computer, which Chromium reaches without a proxy whatever the rules say. */
const loopback = /^(?:localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i

/**
 * The way to an address by the rules of a session, in the words of a PAC file. `system` follows the environment
 * (`https_proxy`, `http_proxy`), as Chromium does on Linux without a desktop.
 */
export async function resolveProxyBy(config: ProxyConfig, address: string): Promise<string> {
  const url = new URL(address)
  if (loopback.test(url.hostname)) return 'DIRECT'
  switch (config.mode ?? (config.pacScript ? 'pac_script' : 'fixed_servers')) {
    case 'direct':
      return 'DIRECT'
    case 'fixed_servers':
      return `PROXY ${(config.proxyRules ?? '').replace(/^http:\/\//, '')}`
    case 'pac_script':
      return byScript(await (await fetch(config.pacScript ?? '')).text(), url)
    case 'system': {
      const named = process.env[`${url.protocol.slice(0, -1)}_proxy`]
      return named ? `PROXY ${new URL(named).host}` : 'DIRECT'
    }
    default:
      throw new Error(`electron-host: the proxy mode ${config.mode} is not implemented`)
  }
}

/** Runs FindProxyForURL with those of a PAC file's functions that need no name service. */
function byScript(script: string, { href, hostname }: URL): string {
  const found: unknown = runInNewContext(
    `${script}\nFindProxyForURL(address, host)`,
    {
      address: href,
      host: hostname,
      dnsDomainIs: (host: string, domain: string) => host.endsWith(domain),
      isPlainHostName: (host: string) => !host.includes('.'),
      shExpMatch: (text: string, form: string) =>
        new RegExp(`^${RegExp.escape(form).replaceAll('\\*', '.*').replaceAll('\\?', '.')}$`).test(text),
    },
    { timeout: 1000 },
  )
  return String(found)
}
