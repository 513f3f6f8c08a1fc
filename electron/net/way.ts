/** The way that requests take: straight, or through a proxy. */
export type Way =
  | { readonly kind: 'direct' }
  | {
      readonly kind: 'proxy'
      /** How it is spoken to: plain HTTP, HTTP inside TLS, or SOCKS. */
      readonly by: 'http' | 'https' | 'socks'
      readonly host: string
      readonly port: number
    }

const ports = { http: 80, https: 443, socks: 1080 } as const

/** Words of a PAC file, by how the proxy is spoken to. */
const kinds: Readonly<Record<string, 'http' | 'https' | 'socks'>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks',
  SOCKS4: 'socks',
  SOCKS5: 'socks',
}

/**
 * The way that is tried first of those that a PAC file, or Electron’s `resolveProxy`, names: `PROXY proxy:8080; DIRECT`.
 * What can’t be read means the straight way, as browsers take it.
 */
export function firstWay(text: string): Way {
  const [first = ''] = text.split(';')
  const [, word = '', host = '', port] = /^\s*(\w+)(?:\s+(\[[0-9a-f:.]+\]|[^\s:]+)(?::(\d+))?)?\s*$/i.exec(first) ?? []
  const by = kinds[word.toUpperCase()]
  if (by === undefined || host === '') return { kind: 'direct' }
  return { kind: 'proxy', by, host: host.replace(/^\[|\]$/g, ''), port: Number(port ?? ports[by]) }
}
