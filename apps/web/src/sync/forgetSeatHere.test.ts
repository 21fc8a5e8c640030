import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceId } from '../api/deviceId.ts'
import { MemoryStorage } from '../api/MemoryStorage.ts'
import { forgetSeatHere } from './forgetSeatHere.ts'

beforeEach(() => {
  vi.stubGlobal('localStorage', new MemoryStorage())
  vi.stubGlobal('sessionStorage', new MemoryStorage())
})

afterEach(() => {
  vi.unstubAllGlobals()
})

it('a device has one number, until a seat is forgotten on it', async () => {
  const before = deviceId()
  expect(deviceId()).toBe(before)
  await forgetSeatHere({ seatId: 'anna' })
  expect(deviceId()).not.toBe(before)
})

it('nothing of a forgotten seat stays in the storages, and everything of another does', async () => {
  for (const storage of [localStorage, sessionStorage]) {
    for (const seat of ['anna', 'ben']) storage.setItem(`tafelrunde.tray.${seat}`, '[]')
  }
  await forgetSeatHere({ seatId: 'anna' })
  for (const storage of [localStorage, sessionStorage]) {
    expect(storage.getItem('tafelrunde.tray.anna')).toBeNull()
    expect(storage.getItem('tafelrunde.tray.ben')).toBe('[]')
  }
})
