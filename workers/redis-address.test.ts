import { describe, expect, it } from 'vitest'
import { redisAddressOf, shownRedisAddress } from './redis-address.ts'

const shown = (text: string) => {
  const address = redisAddressOf(text)
  return address && shownRedisAddress(address)
}

describe('the address of Redis', () => {
  it('may be one server, with a database', () => {
    expect(redisAddressOf('redis://anna:p%40ss@queue.test:6380/3')).toEqual({
      kind: 'server',
      hosts: [{ host: 'queue.test', port: 6380 }],
      isTls: false,
      username: 'anna',
      password: 'p@ss',
      database: 3,
    })
  })

  it('may be a master that sentinels name', () => {
    expect(redisAddressOf('rediss+sentinel://:secret@a.test,b.test:27000/queue/1')).toEqual({
      kind: 'sentinel',
      hosts: [
        { host: 'a.test', port: 26_379 },
        { host: 'b.test', port: 27_000 },
      ],
      isTls: true,
      password: 'secret',
      master: 'queue',
      database: 1,
    })
  })

  it('may be a cluster, some of whose nodes are named', () => {
    expect(redisAddressOf('redis+cluster://[::1]:7000,10.0.0.2')).toMatchObject({
      kind: 'cluster',
      hosts: [
        { host: '::1', port: 7000 },
        { host: '10.0.0.2', port: 6379 },
      ],
    })
  })

  it('is shown without user and password', () => {
    expect(shown('redis://anna:secret@queue.test/2')).toBe('redis://queue.test:6379/2')
    expect(shown('redis+sentinel://anna:secret@a.test,[::1]/queue')).toBe(
      'redis+sentinel://a.test:26379,[::1]:26379/queue',
    )
  })

  const wrong = [
    'http://queue.test',
    'redis://',
    'redis://a.test,b.test',
    'redis://a.test:70000',
    'redis://a.test/queue',
    'redis+sentinel://a.test',
    'redis+cluster://a.test/2',
    'redis://anna:%zz@a.test',
    'redis://a.test?family=6',
  ]
  for (const text of wrong) {
    it(`is refused: ${text}`, () => {
      expect(redisAddressOf(text)).toBeUndefined()
    })
  }
})
