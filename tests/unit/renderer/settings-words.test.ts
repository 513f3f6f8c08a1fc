import { describe, expect, it } from 'vitest'
import { callKey } from '../../../renderer/call-key.ts'
import { colourFor } from '../../../renderer/features/connections/colours.ts'
import { draftSummary, fieldValue, placeOf } from '../../../renderer/features/connections/field-words.ts'
import type { SettingsDraft, UnderstoodField } from '../../../shared/model/connection.ts'

const field = (over: Partial<UnderstoodField>): UnderstoodField => ({
  field: 'clientId',
  status: 'given',
  value: 'idt.scim.3f1c0f7e',
  note: null,
  ...over,
})
const draft = (fields: UnderstoodField[]): SettingsDraft => ({
  id: '0b5e0c1a-0000-4000-8000-000000000001',
  shown: '',
  fields,
  grant: 'authorization-code',
  complete: false,
  tokenStored: null,
  suggestedName: 'K2',
})

describe('what the Welcome screen says about the settings', () => {
  it('writes an authority as host and tenant', () => {
    expect(placeOf('https://login.onk2.com/42705858-ccff')).toBe('login.onk2.com / 42705858-ccff')
    expect(placeOf('https://login.onk2.com/')).toBe('login.onk2.com')
  })

  it('leaves an address that is not https as it stands, so that it is noticed', () => {
    expect(placeOf('http://127.0.0.1:4000/tenant')).toBe('http://127.0.0.1:4000/tenant')
    expect(placeOf('no address')).toBe('no address')
  })

  it('shows only the end of the token, and where it is kept', () => {
    const token = field({ field: 'token', value: 'f7f4' })
    expect(fieldValue(token, 'keychain')).toBe('••••f7f4 in the keychain')
    expect(fieldValue(token, 'memory')).toBe('••••f7f4 in memory until Muster closes')
    expect(fieldValue(field({ field: 'token', value: '••••f7f4' }), null)).toBe('••••f7f4')
  })

  it('names every field that is missing or can’t be used', () => {
    expect(draftSummary(draft([field({})]))).toBe('Everything is there.')
    expect(
      draftSummary(
        draft([
          field({ status: 'missing' }),
          field({ field: 'redirectUri', status: 'invalid' }),
          field({ field: 'scope' }),
        ]),
      ),
    ).toBe('2 fields need you: Client (missing), Sign-in returns to (can’t be used).')
  })

  it.each([
    ['Production', 'red'],
    [' production ', 'red'],
    ['Test', 'teal'],
    ['Development', 'blue'],
    ['Abnahme', 'blue'],
  ])('offers for the environment “%s” the colour %s', (environment, colour) => {
    expect(colourFor(environment)).toBe(colour)
  })
})

describe('the key of a call', () => {
  it('begins with the call and the connection, so that events reach everything of one connection', () => {
    expect(callKey('people', 'get', { connection: 'c', id: 3 })).toEqual(['people', 'get', 'c', { id: 3 }])
    expect(callKey('session', 'state', { connection: 'c' })).toEqual(['session', 'state', 'c'])
    expect(callKey('app', 'info')).toEqual(['app', 'info', null])
  })
})
