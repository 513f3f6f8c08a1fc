import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { projectFolder } from './fresh-build.ts'
import { standInDll } from './stand-in-dll.ts'

/** What electron-builder's own templates call in a library: `Library::function`. */
const calls = /\b([A-Za-z]\w+)::(\w+)/g
const templates = join(projectFolder, 'node_modules/app-builder-lib/templates/nsis')
const debianNsis = '/usr/share/nsis'

/**
 * What electron-builder downloads to make installers, so that it makes them without: the system's own makensis and 7za; in place of
 * the plugins, of wine and of fpm, stand-ins. The installers that come out can't run. fpm writes what it was told to
 * `fpm-<type>.txt`.
 * @returns the environment to run electron-builder in
 */
export function installerTools(folder: string): NodeJS.ProcessEnv {
  const [nsis, resources, programs] = [join(folder, 'nsis'), join(folder, 'resources'), join(folder, 'programs')]
  for (const made of [join(nsis, 'linux'), join(resources, 'plugins/x86-unicode'), programs])
    mkdirSync(made, { recursive: true })
  for (const entry of readdirSync(debianNsis)) symlinkSync(join(debianNsis, entry), join(nsis, entry))
  symlinkSync('/usr/bin/makensis', join(nsis, 'linux/makensis'))
  writeFileSync(join(nsis, 'elevate.exe'), standInDll('elevate.exe', new Set()))
  for (const [library, functions] of missingPlugins()) {
    const file = `${library}.dll`
    writeFileSync(join(resources, 'plugins/x86-unicode', file), standInDll(file, functions))
  }
  // An installer, run, would write its uninstaller: here the installer itself is taken for it.
  const uninstaller = `$(dirname "$1")/$(basename "$1" exe)__uninstaller.exe`
  program(join(programs, 'wine'), `case "$1" in *.exe) cp "$1" "${uninstaller}";; esac`)
  // Its fifth argument is the type of the package, and the one behind --package the file to write.
  const fpm = join(programs, 'fpm')
  program(fpm, `printf '%s\\n' "$@" > "${folder}/fpm-$5.txt"; while [ "$1" != --package ]; do shift; done; touch "$2"`)
  return {
    ...process.env,
    PATH: [programs, process.env.PATH].join(delimiter),
    ELECTRON_BUILDER_7ZIP_PATH: '/usr/bin/7za',
    ELECTRON_BUILDER_NSIS_DIR: nsis,
    ELECTRON_BUILDER_NSIS_RESOURCES_DIR: resources,
    USE_SYSTEM_WINE: 'true',
    CUSTOM_FPM_PATH: fpm,
  }
}

/** An executable of Windows with the facts that electron-builder changes: its version, and `ending` for its fuses. */
export function standInExe(folder: string, ending: Buffer): Buffer {
  const [script, made] = [join(folder, 'stand-in.nsi'), join(folder, 'stand-in.exe')]
  const facts = ['ProductName', 'FileDescription', 'FileVersion', 'ProductVersion', 'LegalCopyright']
  const said = facts.map((name) => `VIAddVersionKey /LANG=1033 ${name} "45.0.0.0"`)
  const lines = ['Unicode true', `OutFile "${made}"`, 'VIProductVersion 45.0.0.0', ...said, 'Section', 'SectionEnd', '']
  writeFileSync(script, lines.join('\n'))
  execFileSync('/usr/bin/makensis', ['-V1', script])
  return Buffer.concat([readFileSync(made), ending])
}

/** Libraries that the templates call and Debian's NSIS does not have, each with the functions that are called. */
function missingPlugins(): Map<string, Set<string>> {
  const there = readdirSync(join(debianNsis, 'Plugins/x86-unicode')).map((file) => file.toLowerCase())
  const missing = new Map<string, Set<string>>()
  for (const file of readdirSync(templates, { recursive: true, encoding: 'utf8' })) {
    if (!/\.nsh$|\.nsi$/.test(file)) continue
    for (const [, library = '', called = ''] of readFileSync(join(templates, file), 'utf8').matchAll(calls))
      if (!there.includes(`${library.toLowerCase()}.dll`))
        missing.set(library, new Set([...(missing.get(library) ?? []), called]))
  }
  return missing
}

const program = (path: string, script: string) => writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
