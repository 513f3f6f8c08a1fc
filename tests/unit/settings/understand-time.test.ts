import { expect, it } from 'vitest'
import { understand } from '../../../shared/settings/understand.ts'

it('takes time in proportion to the text', () => {
  const hostile = [
    '"token": "',
    '"',
    '//',
    '/*',
    '> ',
    'token:\n',
    '[',
    '{',
    '\\u0022',
    'client:token = ',
    'https://a@',
    '<https:',
  ]
  const texts = hostile.map((part) => part.repeat(Math.floor(49_000 / part.length)))
  const many = (line: (each: number) => string) => Array.from({ length: 1_800 }, (_, each) => line(each)).join('\n')
  texts.push(many((each) => `"token": "${String(each).padStart(12, 't')}"`))
  texts.push(many((each) => `// "token": "${String(each).padStart(9, 't')}"`))
  for (const text of texts) {
    const began = performance.now()
    understand(`"clientId": "x"\n${text}`)
    expect(performance.now() - began, text.slice(0, 20)).toBeLessThan(3_000)
  }
})
