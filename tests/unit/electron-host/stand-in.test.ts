import { EventEmitter } from 'node:events'
import { expect, test } from 'vitest'
import { absent, preventable, standIn } from '../../electron-host/stand-in.ts'

interface Lamp {
  colour: string
  glow(): string
  flicker(): void
}

test('what is there works and what is not throws its name', () => {
  const lamp = standIn<Lamp>('lamp', { glow: () => 'warm' })
  expect(lamp.glow()).toBe('warm')
  expect(() => lamp.flicker()).toThrow('electron-host: lamp.flicker is not implemented')
  expect(() => lamp.colour).toThrow('lamp.colour')
})

test('an emitter’s own methods work on it', () => {
  const events = new EventEmitter()
  const lamp = standIn<Lamp & EventEmitter>('lamp', {}, events)
  const heard: string[] = []
  lamp.on('lit', (how: string) => heard.push(how))
  events.emit('lit', 'bright')
  expect(heard).toEqual(['bright'])
})

test('a part that is not there at all may be passed on, and throws when it is used', async () => {
  const tray = absent<{ new (): Lamp } & { create(): Lamp }>('Tray')
  expect(await Promise.resolve(tray)).toBe(tray)
  expect(() => new tray()).toThrow('Tray is not implemented')
  expect(() => tray.create()).toThrow('Tray.create is not implemented')
})

test('an event knows whether it was prevented', () => {
  const event = preventable({ url: 'x' })
  expect(event.defaultPrevented).toBe(false)
  event.preventDefault()
  expect(event.defaultPrevented).toBe(true)
})
