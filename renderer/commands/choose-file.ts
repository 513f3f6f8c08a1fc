import type { FileGrant } from '../../shared/model/app.ts'
import { call, type Input } from '../api.ts'
import { tellFailure } from '../components/tell.tsx'

/** Asks for a file with the system's dialog, in main, and goes on with it unless the admin cancels. */
export function chooseFile(what: Input<'files', 'choose'>['what'], then: (file: FileGrant) => void): void {
  call('files', 'choose', { what }).then((file) => file && then(file), tellFailure)
}
