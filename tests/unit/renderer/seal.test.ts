import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSealing } from '../../../electron/ipc/sealed.ts'
import { seal } from '../../../renderer/seal.ts'
import { sealedSchema } from '../../../shared/model/app.ts'

describe('sealing what the admin types', async () => {
  const main = await createSealing()

  it('gives main the text back, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const sealed = sealedSchema.parse(await seal(text, main.publicKey))
        expect(main.open(sealed)).toBe(text.toWellFormed())
      }),
      { numRuns: 30 },
    )
  })

  it('takes a text that is larger than one call of fromCharCode can', async () => {
    const text = 'ŝ'.repeat(300_000)
    expect(main.open(await seal(text, main.publicKey))).toBe(text)
  })

  it('never gives the same bytes twice', async () => {
    const [one, two] = [await seal('token', main.publicKey), await seal('token', main.publicKey)]
    expect(one.data).not.toBe(two.data)
    expect(one.key).not.toBe(two.key)
    expect(one.iv).not.toBe(two.iv)
  })

  it('can only be opened by the process whose key it was sealed with', async () => {
    const sealed = await seal('token', (await createSealing()).publicKey)
    expect(() => main.open(sealed)).toThrow()
  })
})
