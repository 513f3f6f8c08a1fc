import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse'
import { readPeopleFile } from '../../../electron/sources/file.ts'
import { openMuster, type Place } from '../muster.ts'
import { serve } from '../part.ts'

/** Nothing is asked of a service while a file is read. */
const nowhere: Place = { baseUrl: 'http://127.0.0.1:9', pathToken: 'no-path-token', accessToken: 'no-access-token' }

const duties = {
  /** Reads a file into the roster of a new database, as opening a file does. */
  async read({ file, database }: { file: string; database: string }) {
    const muster = openMuster({ file: database, place: nowhere })
    const began = performance.now()
    const read = await readPeopleFile(file)
    const readAt = performance.now()
    const { rows } = read.summary
    await muster.source.store(read)
    const ended = performance.now()
    await muster.close()
    return { rows, took: ended - began, reading: readAt - began }
  },

  /** Only the parser: rows come out of it and are thrown away. */
  async parse({ file }: { file: string }) {
    let rows = -1
    const began = performance.now()
    const parser = parse({ bom: true })
    parser.on('data', () => {
      rows++
    })
    await pipeline(createReadStream(file), parser)
    return { rows, took: performance.now() - began }
  },
}
/** See {@link serve}. */
export type ImporterDuties = typeof duties

serve(duties)
