import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { PGlite } from '@electric-sql/pglite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PGlitePool, pglitePool } from './pglite-pool.ts'

describe('the pool over the one session of PGlite', () => {
  let db: PGlite
  let pool: PGlitePool
  beforeAll(async () => {
    db = await PGlite.create()
    pool = pglitePool(db)
    await pool.query('create table notes (text text primary key); create table others (text text)')
  })
  afterAll(() => db.close())

  it('rolls back what its own borrower wrote, and nothing of another', async () => {
    const [one, other] = [await pool.connect(), await pool.connect()]
    await one.query('BEGIN')
    await one.query('insert into notes values ($1)', ['mine'])
    const elsewhere = other.query('insert into notes values ($1)', ['theirs'])
    await one.query('ROLLBACK')
    await elsewhere
    expect((await pool.query('select text from notes')).rows).toEqual([{ text: 'theirs' }])
  })

  it('ends a transaction that its borrower gave back open', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query("insert into others values ('half')")
    client.release()
    expect((await pool.query('select * from others')).rows).toEqual([])
  })

  it('rolls back to a savepoint without ending the transaction', async () => {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query('savepoint here')
    await client.query("insert into others values ('gone')")
    await client.query('rollback to here')
    await client.query("insert into others values ('kept')")
    await client.query('COMMIT')
    expect((await pool.query('select text from others')).rows).toEqual([{ text: 'kept' }])
  })

  it('gives a notification to the borrower that listens, until it is released', async () => {
    const client = await pool.connect()
    await client.query('-- as BullMQ writes it\nLISTEN news')
    const heard = once(client, 'notification')
    await pool.query("notify news, 'tolls'")
    expect(await heard).toEqual([{ channel: 'news', payload: 'tolls' }])
    client.release()
    client.once('notification', () => expect.fail('It was released'))
    await pool.query("notify news, 'ferries'")
  })

  it('tells of a fault in few words, with its code and without the values', async () => {
    await pool.query('insert into notes values ($1)', ['a secret article'])
    const fault = await pool
      .query('insert into notes values ($1)', ['a secret article'])
      .catch((error: unknown) => error)
    expect(fault).toMatchObject({ code: '23505', message: expect.stringContaining('duplicate key') })
    expect(fault instanceof Error && fault.stack?.length).toBeLessThan(3000)
    expect(fault).not.toHaveProperty('params')
  })

  it('leaves room for timers while somebody polls', async () => {
    let isOver = false
    const timer = sleep(20).then(() => {
      isOver = true
    })
    while (!isOver) await pool.query('select 1')
    await timer
    expect(isOver).toBe(true)
  })
})
