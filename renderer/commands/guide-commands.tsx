import type { Guide } from '../../shared/model/app.ts'
import { call, failureOf } from '../api.ts'
import { tell } from '../components/tell.tsx'
import { useCommand } from './commands.tsx'

/** Opens a guide in the browser. Where that fails, its path is said too: the page can still be opened by hand. */
function openGuide(guide: Guide): void {
  call('app', 'openGuide', { guide }).catch((error: Error) => {
    const { happened, todo, where } = failureOf(error)
    tell([happened, todo, where].join(' '))
  })
}

/** The guides, from any screen. */
export function GuideCommands() {
  useCommand('user-guide', () => openGuide('user'))
  useCommand('admin-guide', () => openGuide('admin'))
  return null
}
