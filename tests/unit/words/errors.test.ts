import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { errorCatalogue } from '../../../shared/errors.ts'
import { projectFolder } from '../../support/fresh-build.ts'

const folder = join(projectFolder, 'shared/errors')

it('every code stands in one area, and every area is in the catalogue', async () => {
  const areas = await Promise.all(readdirSync(folder).map((file): Promise<object> => import(join(folder, file))))
  const entries = areas.flatMap((area) => Object.values(area)).flatMap((area) => Object.entries(Object(area)))
  expect(entries.map(([code]) => code).sort()).toEqual(Object.keys(errorCatalogue).sort())
})
