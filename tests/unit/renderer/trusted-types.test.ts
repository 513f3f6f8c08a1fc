import { describe, expect, it } from 'vitest'
import { installTrustedTypes, refuseMarkup } from '../../../renderer/trusted-types.ts'

describe('the default Trusted Types policy', () => {
  it('lets style text through unchanged', () => {
    const style = ':root{--a:calc(1px > 2)}\n@media (min-width:1px){a::before{content:"&"}}'
    expect(refuseMarkup(style)).toBe(style)
  })

  it.each(['<b>', 'a<', '<img src=x onerror=alert(1)>', '</style><script>'])('refuses %s', (markup) => {
    expect(() => refuseMarkup(markup)).toThrow(TypeError)
  })

  it('has no rule for scripts and script addresses, so the browser refuses them all', () => {
    const made: { name: string; rules: object }[] = []
    installTrustedTypes({ trustedTypes: { createPolicy: (name, rules) => made.push({ name, rules }) } })
    expect(made.map(({ name, rules }) => [name, Object.keys(rules)])).toEqual([['default', ['createHTML']]])
  })
})
