import fc from 'fast-check'
import { createFileGrants } from '../../../electron/ipc/file-grants.ts'
import { createSavedFiles } from '../../../electron/ipc/saved-files.ts'
import { createSealing } from '../../../electron/ipc/sealed.ts'
import { fileGrantSchema } from '../../../shared/model/app.ts'
import { type Boundary, boundary, plainly } from '../boundary.ts'
import { anyText } from '../inputs.ts'
import { must, orRefused } from '../refusal.ts'

/** Names of files by which the window might reach one that nobody chose. */
export const fileGrants: Boundary = boundary({
  name: 'file-grants',
  inputs: fc.record({
    chosen: fc.oneof(anyText, fc.constantFrom('/', '/home/ann/people.csv', 'C:\\people.csv', '..')),
    asked: fc.oneof(anyText, fc.uuid(), fc.constantFrom('__proto__', 'constructor', '/etc/passwd', 'has', 'size')),
  }),
  open: plainly(async ({ chosen, asked }: { chosen: string; asked: string }) => {
    const grants = createFileGrants()
    const given = grants.grant(chosen)
    fileGrantSchema.parse(given)
    must(grants.path(given.grant) === chosen, 'A grant leads to another file.')
    must(!given.grant.includes(chosen) || chosen.length < 2, 'A grant holds the path.')
    must((await orRefused(() => grants.path(asked), { codes: /^file-grant$/ })) === null, 'A guess leads to a file.')
    const saved = createSavedFiles({
      askWhereToSave: async () => null,
      showInFolder: () => must(false, 'A folder was shown that nothing was saved in.'),
    })
    await orRefused(() => saved.show(asked), { codes: /^file-grant$/ })
  }),
})

const base64 = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  anyText,
)

/** What the window sealed, or says it did. */
export const sealedTexts: Boundary = boundary({
  name: 'sealed-texts',
  cost: 20,
  inputs: fc.record({ key: base64, iv: base64, data: base64 }),
  open: async () => {
    const sealing = await createSealing()
    return {
      holds: async (sealed: { key: string; iv: string; data: string }) => {
        const opened = await orRefused(() => sealing.open(sealed), { codes: /^ipc-input$/, placed: ['ipc-input'] })
        must(opened === null, 'Main opened what was not sealed for it.')
      },
    }
  },
})
