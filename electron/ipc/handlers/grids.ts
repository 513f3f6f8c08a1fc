import type { Handlers } from '../../../shared/contract.ts'
import type { SettingsStore } from '../../store/settings.ts'

/** `grids.*` */
export const gridHandlers = (settings: Pick<SettingsStore, 'gridLayout' | 'setGridLayout'>): Handlers['grids'] => ({
  layout: ({ connection, grid }) => settings.gridLayout(connection, grid),
  setLayout: ({ connection, grid, layout }) => {
    settings.setGridLayout(connection, grid, layout)
    return settings.gridLayout(connection, grid)
  },
})
