// @ts-check
/**
 * Sees to the system packages that Muster's tests and its stand-in for Electron need, named as arguments. Says nothing when
 * they are all there. Plain JavaScript, so that it also runs under Node 20, which is all a fresh machine may have.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readdirSync } from 'node:fs'
import { delimiter, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const linux = process.platform === 'linux'

/** @param {string} name */
const onPath = (name) =>
  [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'].some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK)
      return true
    } catch {
      return false
    }
  })

/** @param {string} name */
const isLibrary = (name) =>
  ['/lib', '/usr/lib', '/usr/lib64', '/lib64'].some(
    (folder) =>
      existsSync(join(folder, name)) ||
      (existsSync(folder) && readdirSync(folder).some((inner) => existsSync(join(folder, inner, name)))),
  )

const project = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
const hasElectron = existsSync(join(project, 'node_modules/electron/path.txt'))
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** @param {string} language */
const isWritten = (language) =>
  Boolean(spawnSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' }).stdout?.trim())

/**
 * Each part: whether it is there, and the Debian packages that bring it.
 * @type {Record<string, { there: () => boolean, packages: string[] }>}
 */
const parts = {
  chromium: {
    there: () =>
      hasElectron ||
      !linux ||
      Boolean(process.env.MUSTER_CHROMIUM) ||
      ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].some(onPath) ||
      existsSync(macChrome),
    packages: ['chromium'],
  },
  // For pictures alone: names of the sample people in Japanese and Hindi would be boxes.
  fonts: {
    there: () => !linux || ['ja', 'hi'].every(isWritten),
    packages: ['fontconfig', 'fonts-droid-fallback', 'fonts-lohit-deva'],
  },
  libsecret: { there: () => !linux || isLibrary('libsecret-1.so.0'), packages: ['libsecret-1-0'] },
  'secret-service': {
    there: () =>
      !linux ||
      Boolean(process.env.DBUS_SESSION_BUS_ADDRESS) ||
      ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'].every(onPath),
    packages: ['dbus', 'gnome-keyring'],
  },
  openssl: { there: () => onPath('openssl'), packages: ['openssl'] },
  makensis: { there: () => !linux || ['makensis', '7z', '7za'].every(onPath), packages: ['nsis', 'p7zip-full'] },
  slapd: { there: () => ['slapd', 'ldapmodify'].every(onPath), packages: ['slapd', 'ldap-utils'] },
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} [input]
 */
const run = (command, args, input = '') => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    env,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status === 0) return
  console.error(`${command} ${args.join(' ')} failed.\n${error?.message ?? `${stdout}${stderr}`}`)
  process.exit(1)
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !parts[name])
if (unknown !== undefined) {
  console.error(`There is no part called "${unknown}". Parts: ${Object.keys(parts).join(', ')}.`)
  process.exit(1)
}
const missing = asked.filter((name) => !parts[name]?.there())
const packages = missing.flatMap((name) => parts[name]?.packages ?? [])
if (packages.length > 0) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    console.error(`Muster needs these parts of the system: sudo apt-get install ${packages.join(' ')}`)
    process.exit(1)
  }
  console.log(`Installing ${packages.join(', ')} …`)
  run('apt-get', ['update'])
  // A directory server that nobody set up must not start listening.
  if (packages.includes('slapd')) run('debconf-set-selections', [], 'slapd slapd/no_configuration boolean true\n')
  run('apt-get', ['install', '-y', '--no-install-recommends', ...packages])
  const still = missing.find((name) => !parts[name]?.there())
  if (still !== undefined) {
    console.error(`${still} is still missing after installing ${packages.join(', ')}.`)
    process.exit(1)
  }
}
