import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const secrets = {
  OPENAI_API_KEY: 'sk-very-secret',
  REDIS_URL: 'redis://worker:hunter2@queue.example:6380/1',
  DATABASE_URL: 'postgres://writer:hunter2@store.example/news?sslkey=hunter2',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'https://desk:hunter2@collector.example/otlp',
}

describe('reading the settings', () => {
  it('works embedded, without a model, in a folder of the user, when nothing is set', () => {
    const config = readConfig({ XDG_DATA_HOME: '/home/ida/data' })
    expect(config).toMatchObject({ dataFolder: '/home/ida/data/standpoint', model: undefined, fleet: undefined })
  })

  it('takes a key for no reason to use a model', () => {
    expect(readConfig({ OPENAI_API_KEY: 'sk-1' }).model).toBeUndefined()
  })

  it('lets a command say otherwise', () => {
    const env = { STANDPOINT_DATA: '/a', STANDPOINT_MODEL: 'small', STANDPOINT_CONCURRENCY: '2' }
    const config = readConfig(env, { dataFolder: '/b', model: 'large', concurrency: 4 })
    expect(config).toMatchObject({ dataFolder: '/b', model: 'large', concurrency: 4 })
  })

  it('names all faults together, each with an example that works', () => {
    const env = { STANDPOINT_CONCURRENCY: '0', OPENAI_BASE_URL: 'localhost:8080', STANDPOINT_LOG: 'loud' }
    expect(faultsOf(env)).toEqual([
      '3 settings are not valid: OPENAI_BASE_URL must be an address that begins with http:// or https://, for example OPENAI_BASE_URL=http://127.0.0.1:8080/v1',
      'STANDPOINT_CONCURRENCY must be a whole number from 1 to 1000, for example STANDPOINT_CONCURRENCY=8',
      'STANDPOINT_LOG must be one of: silent, error, warn, info, debug, for example STANDPOINT_LOG=info',
    ])
  })

  it.each([
    ['REDIS_URL', 'redis://127.0.0.1', 'DATABASE_URL is missing although REDIS_URL is set'],
    ['DATABASE_URL', 'postgres://127.0.0.1/news', 'REDIS_URL is missing although DATABASE_URL is set'],
  ])('refuses %s alone, with the reason', (name, value, reason) => {
    expect(faultsOf({ [name]: value }).join()).toContain(`${reason}: processes that share a queue must share a store`)
  })

  it('shows a mistyped secret to nobody', () => {
    expect(faultsOf({ ...secrets, REDIS_URL: 'hunter2' }).join()).not.toContain('hunter2')
  })

  it('prints without its secrets, and cannot be changed', () => {
    const config = readConfig(secrets)
    expect([JSON.stringify(config), inspect(config)].join()).not.toMatch(/hunter2|very-secret/)
    expect(JSON.stringify(config)).toContain('redis://queue.example:6380/1')
    expect(config.fleet?.redis.hosts).toEqual([{ host: 'queue.example', port: 6380 }])
    expect(Object.isFrozen(config)).toBe(true)
  })

  it('reads the prices of models, whose names may have slashes and colons', () => {
    const { prices } = readConfig({ STANDPOINT_PRICES: 'gpt-5-mini=0.25/0.025/2, acme/large:free=0/0/0' })
    expect(prices).toEqual({
      'gpt-5-mini': { inputPerMillion: 0.25, cachedPerMillion: 0.025, outputPerMillion: 2 },
      'acme/large:free': { inputPerMillion: 0, cachedPerMillion: 0, outputPerMillion: 0 },
    })
    expect(() => readConfig({ STANDPOINT_PRICES: 'gpt-5-mini=cheap' })).toThrow(/STANDPOINT_PRICES must name models/)
  })

  it('takes an empty variable for one that is not set', () => {
    expect(readConfig({ STANDPOINT_MODEL: '', REDIS_URL: ' ' })).toMatchObject({ model: undefined, fleet: undefined })
  })
})

function faultsOf(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return error instanceof Error ? error.message.split('; ') : []
  }
}
