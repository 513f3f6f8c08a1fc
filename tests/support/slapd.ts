import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeAuthority, type TestAuthority } from './certificates.ts'
import {
  asActiveDirectoryUser,
  asInetOrgPerson,
  groupName,
  ldif,
  limitedDn,
  membersOf,
  readerDn,
  suffix,
  type TestPerson,
  testPeople,
} from './directory-entries.ts'

/** A real directory server on loopback, with people, groups and certificates of its own. */
export interface Slapd {
  readonly people: readonly TestPerson[]
  /** Plain, and for StartTLS. */
  readonly port: number
  readonly tlsPort: number
  readonly password: string
  readonly authority: TestAuthority
  /** Changes the directory while it runs: LDIF with `changetype`. */
  modify(changes: string): void
  /** Starts it again with another certificate. */
  useCertificate(certificate: { key: string; cert: string }): Promise<void>
  /** Answers nobody until `resume`; connections are still accepted. */
  pause(): void
  resume(): void
  stop(): Promise<void>
}

/** What the directory is like: plain inetOrgPerson, with or without memberOf, or Microsoft’s schema. */
type Kind = 'active-directory' | 'inetorgperson' | 'without-memberof'

/** Debian keeps the server where only root's PATH looks. */
const path = [process.env.PATH ?? '', '/usr/sbin'].join(delimiter)
const env = { ...process.env, PATH: path }

function command(name: string, args: readonly string[], input: string): void {
  const { status, stderr, error } = spawnSync(name, args, { env, input, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${name} failed: ${stderr || error?.message}`)
}

/** Starts a directory with so many people. Everything of it is in a folder that `stop` removes. */
export async function startSlapd(kind: Kind, count: number): Promise<Slapd> {
  const folder = mkdtempSync(join(tmpdir(), 'muster-slapd-'))
  mkdirSync(join(folder, 'db'))
  // Asked for at once: one after the other, both may be the same.
  const [port, tlsPort] = await Promise.all([freePort(), freePort()])
  const [password, adminPassword] = [randomBytes(12).toString('hex'), randomBytes(12).toString('hex')]
  const authority = makeAuthority(folder)
  const people = testPeople(count)
  let certificate = authority.certificate('server', ['DNS:localhost', 'IP:127.0.0.1'])
  const config = join(folder, 'slapd.conf')
  const configure = () =>
    writeFileSync(config, configuration({ kind, folder, adminPassword, authority, certificate }), { mode: 0o600 })
  configure()
  command('slapadd', ['-q', '-f', config], entries(kind, people, password))

  let server = await run(config, port, tlsPort)
  const modify = (changes: string): void => {
    const admin = ['-x', '-D', `cn=admin,${suffix}`, '-w', adminPassword, '-H', `ldap://127.0.0.1:${port}`]
    command('ldapmodify', admin, changes)
  }
  // Through the server, so that its overlay writes memberOf.
  for (let number = 0; number < 10; number++) modify(group(kind, people, number))
  const end = async () => {
    server.kill('SIGTERM')
    if (server.exitCode === null && server.signalCode === null) await new Promise((done) => server.once('exit', done))
  }
  return {
    people,
    port,
    tlsPort,
    password,
    authority,
    modify,
    useCertificate: async (next) => {
      await end()
      certificate = next
      configure()
      server = await run(config, port, tlsPort)
    },
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    stop: async () => {
      server.kill('SIGCONT')
      await end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

interface Configured {
  readonly kind: Kind
  readonly folder: string
  readonly adminPassword: string
  readonly authority: TestAuthority
  readonly certificate: { key: string; cert: string }
}

/** Microsoft’s class for whoever can sign in, and what its organizationalPerson has beyond the standard one: Debian’s copy of the schema lacks both. */
const securityPrincipal =
  "objectclass ( 1.2.840.113556.1.5.6 NAME 'securityPrincipal' SUP top AUXILIARY MAY ( sAMAccountName $ department $ company $ employeeID ) )"

function configuration({ kind, folder, adminPassword, authority, certificate }: Configured): string {
  const schemas = ['core', 'cosine', 'inetorgperson', 'nis', ...(kind === 'active-directory' ? ['msuser'] : [])]
  const groupClass = kind === 'active-directory' ? 'group' : 'groupOfNames'
  const modules = ['back_mdb', ...(kind === 'without-memberof' ? [] : ['memberof'])]
  const overlay = `overlay memberof\nmemberof-group-oc ${groupClass}\nmemberof-dangling ignore\n`
  return `${schemas.map((name) => `include /etc/ldap/schema/${name}.schema`).join('\n')}
${kind === 'active-directory' ? securityPrincipal : ''}
modulepath /usr/lib/ldap
${modules.map((name) => `moduleload ${name}`).join('\n')}
pidfile ${folder}/slapd.pid
argsfile ${folder}/slapd.args
TLSCACertificateFile ${authority.file}
TLSCertificateFile ${certificate.cert}
TLSCertificateKeyFile ${certificate.key}
TLSVerifyClient never
sizelimit size.soft=500 size.hard=1000 size.prtotal=unlimited
database mdb
suffix "${suffix}"
rootdn "cn=admin,${suffix}"
rootpw ${adminPassword}
directory ${folder}/db
maxsize 268435456
dbnosync
limits dn.exact="${limitedDn}" size=300 size.prtotal=300
access to attrs=userPassword by anonymous auth by * none
access to dn.subtree="ou=Secret,${suffix}" by * none
access to * by users read by anonymous none
${kind === 'without-memberof' ? '' : overlay}`
}

function entries(kind: Kind, people: readonly TestPerson[], password: string): string {
  const account = (dn: string, cn: string) =>
    ldif(dn, { objectClass: ['organizationalRole', 'simpleSecurityObject'], cn, userPassword: password })
  const asEntry = kind === 'active-directory' ? asActiveDirectoryUser(people) : asInetOrgPerson(people)
  const computer = ldif(`cn=PC-1,ou=People,${suffix}`, {
    objectClass: ['computer', 'securityPrincipal'],
    instanceType: '4',
    nTSecurityDescriptor: 'none',
    objectCategory: `CN=Computer,${suffix}`,
    cn: 'PC-1',
    sn: 'PC-1',
    sAMAccountName: 'PC-1$',
  })
  return [
    ldif(suffix, { objectClass: ['dcObject', 'organization'], dc: 'contoso', o: 'Contoso' }),
    ...['People', 'Groups', 'Secret'].map((ou) =>
      ldif(`ou=${ou},${suffix}`, { objectClass: 'organizationalUnit', ou }),
    ),
    account(readerDn, 'reader'),
    account(limitedDn, 'limited'),
    ldif(`ou=Elsewhere,ou=People,${suffix}`, {
      objectClass: ['referral', 'extensibleObject'],
      ou: 'Elsewhere',
      ref: `ldap://other.contoso.example/ou=Elsewhere,ou=People,${suffix}`,
    }),
    ...people.map(asEntry),
    ...(kind === 'active-directory' ? [computer] : []),
  ].join('')
}

function group(kind: Kind, people: readonly TestPerson[], number: number): string {
  const cn = groupName(number)
  const special =
    kind === 'active-directory'
      ? {
          objectClass: 'group',
          groupType: '2',
          instanceType: '4',
          nTSecurityDescriptor: 'none',
          objectCategory: `CN=Group,${suffix}`,
        }
      : { objectClass: 'groupOfNames' }
  const member = membersOf(people, number).map(({ dn }) => dn)
  const text = ldif(`cn=${cn},ou=Groups,${suffix}`, { ...special, cn, member })
  return text.replace('\n', '\nchangetype: add\n')
}

async function run(config: string, port: number, tlsPort: number): Promise<ChildProcess> {
  const urls = `ldap://127.0.0.1:${port} ldaps://127.0.0.1:${tlsPort}`
  // `-d 0` keeps it in the foreground, so that it is ours to end.
  const server = spawn('slapd', ['-d', '0', '-f', config, '-h', urls], { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  server.stderr.on('data', (chunk) => {
    said += chunk
  })
  for (let tries = 0; tries < 200; tries++) {
    if (server.exitCode !== null) throw new Error(`slapd ended: ${said}`)
    if (await answers(port)) return server
    await sleep(50)
  }
  server.kill('SIGKILL')
  throw new Error(`slapd does not answer: ${said}`)
}

function answers(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host: '127.0.0.1', port })
  socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
  return promise.finally(() => socket.destroy())
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  return typeof address === 'object' && address !== null ? address.port : 0
}
