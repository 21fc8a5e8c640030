import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything that the environment decides, parsed once at the start. */
export interface Config {
  readonly host: string
  /** 0 lets the system choose a free port (tests). */
  readonly port: number
  readonly dataDir: string
  /** Scheme and host under which people reach the server, without a trailing slash; null: only this machine. */
  readonly publicUrl: string | null
  readonly whoMayCreate: 'anyone' | 'token'
  /** True when `anyone` is only the default: then it means anyone on this machine. */
  readonly isCreationLocalOnly: boolean
  readonly trustedProxies: readonly string[]
  readonly retentionDays: number
  readonly legal: LegalConfig
}

/** Where the legal pages are; null falls back to DATA_DIR/legal/*.md. */
export interface LegalConfig {
  readonly imprint: string | null
  readonly privacy: string | null
  readonly accessibility: string | null
  readonly contact: string | null
}

/** The environment is wrong; `problems` is the full list, one line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`the configuration has ${problems.length} problem(s)`)
    this.name = 'ConfigError'
    this.problems = problems
  }
}

const LOOPBACK_HOSTS = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

const WebAddress = z.url({ protocol: /^https?$/, error: 'must be a web address that begins with http:// or https://' })

const Environment = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be between 0 and 65535' })
    .max(65535, { error: 'must be between 0 and 65535' })
    .default(3000),
  DATA_DIR: z.string().min(1).default('./data'),
  PUBLIC_URL: z
    .string()
    .refine(isBareOrigin, { error: 'must be a scheme and a host only, for example https://tafel.example.org' })
    .optional(),
  WHO_MAY_CREATE: z
    .enum(['anyone', 'token'], { error: 'must be "anyone" or "token" ("oidc" is not available in this version)' })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) =>
      list
        .split(',')
        .map((entry) => entry.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every(isAddressOrRange), {
      error: 'must be a list of IP addresses or ranges, for example 10.0.0.1,192.168.0.0/16',
    })
    .optional(),
  RETENTION_DAYS: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be between 1 and 36500' })
    .max(36_500, { error: 'must be between 1 and 36500' })
    .default(365),
  IMPRINT_URL: WebAddress.optional(),
  PRIVACY_URL: WebAddress.optional(),
  ACCESSIBILITY_URL: WebAddress.optional(),
  CONTACT: z.string().max(500, { error: 'must be at most 500 characters' }).optional(),
})

/** Named in the contract, but without effect here: starting as if they worked would put data where nobody expects it. */
const UNAVAILABLE = ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']

/**
 * Read the configuration from environment variables; an empty variable counts as not set.
 *
 * @throws ConfigError with every problem at once, so that nobody repairs one line per start.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const problems = UNAVAILABLE.filter((name) => name in set).map((name) => `${name}: is not available in this version`)
  const parsed = Environment.safeParse(set)
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems)
  return configOf(parsed.data)
}

function configOf(env: z.infer<typeof Environment>): Config {
  const isForThisMachine =
    LOOPBACK_HOSTS.has(env.HOST) && env.PUBLIC_URL === undefined && env.TRUSTED_PROXIES === undefined
  return {
    host: env.HOST === '[::1]' ? '::1' : env.HOST,
    port: env.PORT,
    dataDir: resolve(env.DATA_DIR),
    publicUrl: env.PUBLIC_URL === undefined ? null : new URL(env.PUBLIC_URL).origin,
    whoMayCreate: env.WHO_MAY_CREATE ?? (isForThisMachine ? 'anyone' : 'token'),
    isCreationLocalOnly: env.WHO_MAY_CREATE === undefined,
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    retentionDays: env.RETENTION_DAYS,
    legal: {
      imprint: env.IMPRINT_URL ?? null,
      privacy: env.PRIVACY_URL ?? null,
      accessibility: env.ACCESSIBILITY_URL ?? null,
      contact: env.CONTACT ?? null,
    },
  }
}

/** Where people reach the server: PUBLIC_URL, or this machine with the port that is really open. */
export function baseUrlOf(config: Config, port: number): string {
  return config.publicUrl ?? `http://localhost:${port}`
}

/** Values of the Host header that are answered, lower case; derived from PUBLIC_URL, else exactly this machine. */
export function allowedHostsOf(config: Config, port: number): ReadonlySet<string> {
  if (config.publicUrl === null) {
    const names = ['localhost', '127.0.0.1', '[::1]']
    return new Set(
      port === 80 ? [...names, ...names.map((name) => `${name}:80`)] : names.map((name) => `${name}:${port}`),
    )
  }
  const url = new URL(config.publicUrl)
  const port443 = url.protocol === 'https:' ? '443' : '80'
  return new Set(url.port === '' ? [url.hostname, `${url.hostname}:${port443}`] : [url.host])
}

/** Where a program on this machine reaches the server, and the host that it then has to ask for. */
export function ownAddressOf(config: Config, port: number): { readonly url: string; readonly host: string } {
  const loopbacks: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' }
  const name = loopbacks[config.host] ?? (isIP(config.host) === 6 ? `[${config.host}]` : config.host)
  const [host = `localhost:${port}`] = allowedHostsOf(config, port)
  return { url: `http://${name}:${port}`, host }
}

/** Values of the Origin header that may open a socket or write. */
export function allowedOriginsOf(config: Config, port: number): ReadonlySet<string> {
  if (config.publicUrl !== null) return new Set([config.publicUrl])
  return new Set(['localhost', '127.0.0.1', '[::1]'].map((name) => new URL(`http://${name}:${port}`).origin))
}

function isBareOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return (
    isWeb && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  )
}

function isAddressOrRange(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}
