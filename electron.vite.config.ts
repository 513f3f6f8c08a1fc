import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { noncePlaceholder } from './electron/csp.ts'
import { writeGuides } from './electron/installer/guides/write-guides.ts'
import { dependencies } from './package.json' with { type: 'json' }

/**
 * Leaves of the contract what the preload reads: the names and kinds of the calls. The schemas do their work in main; in
 * the preload they would only take time at every start.
 */
const contractNames: Plugin = {
  name: 'muster:contract-names',
  load: async (id) => {
    if (!id.endsWith('/shared/contract.ts')) return null
    const { contract, channelOf, eventChannelOf } = (await import(
      pathToFileURL(id).href
    )) as typeof import('./shared/contract.ts')
    const kinds = JSON.stringify(contract, (key, value: unknown) =>
      key === 'input' || key === 'output' ? undefined : value,
    )
    return `export const contract = ${kinds}
      export const channelOf = ${channelOf}
      export const eventChannelOf = ${eventChannelOf}`
  },
}

/** Writes the user guide and the admin guide as pages, which an installer puts beside the app. */
const guides: Plugin = {
  name: 'muster:guides',
  writeBundle: () => writeGuides(import.meta.dirname, join(import.meta.dirname, 'out/docs')),
}

const bundled = Object.keys(dependencies).filter((name) => name !== 'keytar')

/**
 * Main as ES modules, the preload as one CommonJS file (a sandboxed preload can't load more), the window as a static site.
 * `license` writes the licences of what a bundle holds beside it, for the installers.
 */
export default defineConfig({
  main: {
    plugins: [guides],
    build: {
      outDir: 'out/main',
      license: true,
      // Libraries come in the bundle: looking up and reading their hundreds of files takes half of main's start. What carries
      // a binary stays where its package is.
      externalizeDeps: { exclude: bundled },
      rolldownOptions: { input: { main: 'electron/main.ts' } },
    },
  },
  preload: {
    plugins: [contractNames],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      minify: true,
      rolldownOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    resolve: { alias: { zod: join(import.meta.dirname, 'renderer/no-schemas.ts') } },
    html: { cspNonce: noncePlaceholder },
    build: {
      outDir: 'out/renderer',
      license: true,
      minify: true,
      // One style sheet: it is read at once, and the window's policy has no say in a second one.
      cssCodeSplit: false,
      // Read from the disk, not over a network; the first load has its own budget in the benchmark.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: 'renderer/index.html',
        output: {
          // What has to be said before any library runs comes first, with what it needs, whatever else shares a chunk.
          codeSplitting: { groups: [{ name: 'first', test: /[\\/]renderer[\\/]trusted-types\.ts$/ }] },
        },
      },
    },
  },
})
