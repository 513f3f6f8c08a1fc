import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html } from '../../../electron/provisioning/reports/markup.ts'
import { shows } from '../../support/threats.ts'

test('values are escaped, in texts and in attributes; markup, lists of it and nothing are not', () => {
  const name = `<img src=x onerror="alert('1')">&amp;`
  expect(String(html`<p title="${name}">${name}</p>`)).toBe(
    '<p title="&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;">' +
      '&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;amp;</p>',
  )
  expect(
    String(html`<ul>${['a', '<'].map((each) => html`<li>${each}</li>`)}${null}${false}${undefined}${0}</ul>`),
  ).toBe('<ul><li>a</li><li>&#60;</li>0</ul>')
})

test('what no document may hold becomes a sign that something was there', () => {
  expect(String(html`${'a\u0000b\u001Bc\u0085d\uD800e\uFFFFf'}`)).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf')
  expect(String(html`${'line\r\nline\ttab'}`)).toBe('line\nline\ttab')
})

const anyText = fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) })

test(shows('reports', 'no value, whatever it holds, brings a character of markup'), () => {
  fc.assert(
    fc.property(anyText, fc.string({ unit: fc.constantFrom(...'<>&"\'`/=! -x') }), (one, two) => {
      expect(String(html`${one}${two}`).replaceAll(/&#\d+;/g, '')).not.toMatch(/[<>&"'`]/)
    }),
  )
})
