import { describe, expect, test } from 'vitest'
import { ConfigError, allowedHostsOf, allowedOriginsOf, baseUrlOf, ownAddressOf, parseConfig } from './config.ts'

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    parseConfig(environment)
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
  return []
}

describe('configuration', () => {
  test('an empty environment serves this machine only and lets anyone on it create', () => {
    const config = parseConfig({})
    expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: null, retentionDays: 365 })
    expect(config).toMatchObject({ whoMayCreate: 'anyone', isCreationLocalOnly: true })
    expect(baseUrlOf(config, 3000)).toBe('http://localhost:3000')
  })

  test.each([
    { HOST: '0.0.0.0' },
    { PUBLIC_URL: 'https://tafel.example.org' },
    { TRUSTED_PROXIES: '10.0.0.1' },
    { HOST: '192.168.1.5' },
  ])('%o asks for a token to create', (environment) => {
    expect(parseConfig(environment).whoMayCreate).toBe('token')
  })

  test('an operator who says anyone means anyone, from anywhere', () => {
    const config = parseConfig({ WHO_MAY_CREATE: 'anyone', PUBLIC_URL: 'https://tafel.example.org' })
    expect(config).toMatchObject({ whoMayCreate: 'anyone', isCreationLocalOnly: false })
  })

  test('every problem is told at once', () => {
    const problems = problemsOf({
      PORT: 'http',
      PUBLIC_URL: 'https://tafel.example.org/path',
      WHO_MAY_CREATE: 'everybody',
      TRUSTED_PROXIES: '10.0.0.1,proxy.local',
      RETENTION_DAYS: '0',
      IMPRINT_URL: 'imprint.html',
      DATABASE_URL: 'postgres://db/tafel',
    })
    const names = [
      'DATABASE_URL',
      'IMPRINT_URL',
      'PORT',
      'PUBLIC_URL',
      'RETENTION_DAYS',
      'TRUSTED_PROXIES',
      'WHO_MAY_CREATE',
    ]
    expect(new Set(problems.map((problem) => problem.split(':')[0]))).toEqual(new Set(names))
    expect(problems).toHaveLength(names.length)
  })

  test.each([
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['PUBLIC_URL', 'ftp://tafel.example.org'],
    ['PUBLIC_URL', 'https://user:secret@tafel.example.org'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['TRUSTED_PROXIES', '::1/129'],
  ])('%s=%s is refused', (name, value) => {
    expect(problemsOf({ [name]: value })).toHaveLength(1)
  })

  test('an empty variable counts as not set', () => {
    expect(parseConfig({ PORT: '', PUBLIC_URL: '' })).toMatchObject({ port: 3000, publicUrl: null })
  })

  test('without PUBLIC_URL exactly the three names of this machine are answered', () => {
    const config = parseConfig({})
    expect([...allowedHostsOf(config, 3000)]).toEqual(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])
    expect([...allowedOriginsOf(config, 3000)]).toEqual([
      'http://localhost:3000',
      'http://127.0.0.1:3000',
      'http://[::1]:3000',
    ])
  })

  test('with PUBLIC_URL only its host and origin are answered', () => {
    const config = parseConfig({ PUBLIC_URL: 'https://Tafel.example.org/' })
    expect([...allowedHostsOf(config, 3000)]).toEqual(['tafel.example.org', 'tafel.example.org:443'])
    expect([...allowedOriginsOf(config, 3000)]).toEqual(['https://tafel.example.org'])
    expect(baseUrlOf(config, 3000)).toBe('https://tafel.example.org')
  })

  test.each([
    [{ HOST: '127.0.0.1' }, 'http://127.0.0.1:3000', 'localhost:3000'],
    [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://tafel.example.org' }, 'http://127.0.0.1:3000', 'tafel.example.org'],
    [{ HOST: '::' }, 'http://[::1]:3000', 'localhost:3000'],
    [{ HOST: '10.0.0.5' }, 'http://10.0.0.5:3000', 'localhost:3000'],
  ])('a program on this machine finds the server of %j', (environment, url, host) => {
    expect(ownAddressOf(parseConfig(environment), 3000)).toEqual({ url, host })
  })
})
