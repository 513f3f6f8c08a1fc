import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import {
  listenerInNetstat,
  listenersInProc,
  ownerInLsof,
  ownerInTasklist,
  portOwner,
} from '../../../electron/session/port-owner.ts'

describe('who listens on a port', () => {
  test.runIf(process.platform === 'linux')('is found by asking this system', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    expect(await portOwner(port)).toMatch(new RegExp(`\\(process ${process.pid}\\)$`))
    await new Promise((resolve) => server.close(resolve))
    expect(await portOwner(port)).toBeNull()
  })

  test('is nobody where the system can’t be asked', async () => {
    expect(await portOwner(1, 'aix')).toBeNull()
  })

  test('in /proc/net/tcp is a socket in the state of listening', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:162E 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 41811 1 0000 100 0 0 10 0',
      '   1: 0100007F:162E 0100007F:D2A0 01 00000000:00000000 00:00000000 00000000  1000        0 41999 1 0000 20 4 30 10 -1',
    ].join('\n')
    expect(listenersInProc(table, 5678)).toEqual(['41811'])
    expect(listenersInProc(table, 5679)).toEqual([])
  })

  test('on macOS comes from lsof', () => {
    expect(ownerInLsof('p612\ncControlCenter\nf9\nf10\n')).toBe('ControlCenter (process 612)')
    expect(ownerInLsof('')).toBeNull()
  })

  test('on Windows comes from netstat and tasklist, in any language', () => {
    const netstat = [
      'Aktive Verbindungen',
      '',
      '  Proto  Lokale Adresse         Remoteadresse          Status           PID',
      '  TCP    127.0.0.1:5678         127.0.0.1:50111        HERGESTELLT      900',
      '  TCP    127.0.0.1:5678         0.0.0.0:0              ABHÖREN          4712',
      '  TCP    [::]:445               [::]:0                 ABHÖREN          4',
    ].join('\r\n')
    expect(listenerInNetstat(netstat, 5678)).toBe('4712')
    expect(listenerInNetstat(netstat, 445)).toBe('4')
    expect(listenerInNetstat(netstat, 678)).toBeNull()
    expect(ownerInTasklist('"node.exe","4712","Console","1","48.112 K"\r\n', '4712')).toBe('node.exe (process 4712)')
    expect(
      ownerInTasklist('INFORMATION: Es werden keine Aufgaben mit den angegebenen Kriterien ausgeführt.', '1'),
    ).toBeNull()
  })
})
