import { EventEmitter } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import type { PGlite, Transaction } from '@electric-sql/pglite'
import type { PostgresCursor, PostgresQueryResult } from 'kysely'

export type PGlitePool = ReturnType<typeof pglitePool>

/**
 * A `pg.Pool` as kysely and BullMQ expect one, over the single session of an in-process PGlite. A transaction holds that
 * session: other statements wait until it ends. `end` leaves PGlite open; whoever opened it closes it.
 */
export function pglitePool(db: PGlite) {
  const pool = Object.assign(new EventEmitter(), {
    // BullMQ trusts LISTEN over a connection that cannot be lost unnoticed, and there is none to lose here.
    options: { keepAlive: true },
    query: <R>(text: string, values?: readonly unknown[]) => runOn<R>(db, text, values),
    connect: async () => borrow(db),
    end: async () => {},
  })
  return pool.setMaxListeners(0)
}

type Session = Pick<Transaction, 'query' | 'exec'>
type Open = { session: Session; end(how: 'commit' | 'rollback'): Promise<void> }

function borrow(db: PGlite) {
  let open: Open | undefined
  let forget: (() => void) | undefined

  function query<R>(text: string, values?: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(
    text: string | PostgresCursor<R>,
    values?: readonly unknown[],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new Error('PGlite has no cursors')
    return answer<R>(text, values)
  }
  async function answer<R>(text: string, values?: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const word = firstWord(text)
    if (word === 'BEGIN' || word === 'START') {
      open = await begin(db)
      return answerOf<R>(word)
    }
    if (open && (word === 'COMMIT' || (word === 'ROLLBACK' && !/\bto\b/i.test(text)))) {
      const ending = open
      open = undefined
      await ending.end(word === 'COMMIT' ? 'commit' : 'rollback')
      return answerOf<R>(word)
    }
    if (word === 'LISTEN') forget ??= db.onNotification((channel, payload) => notify(client, channel, payload))
    return runOn<R>(open?.session ?? db, text, values)
  }
  function release() {
    forget?.()
    forget = undefined
    void open?.end('rollback').catch(() => {}) // a borrower that left its transaction open gave it up
    open = undefined
  }

  const client = Object.assign(new EventEmitter(), { query, release })
  client.setMaxListeners(0)
  return client
}

function notify(client: EventEmitter, channel: string, payload: string): void {
  client.emit('notification', { channel, payload })
}

async function begin(db: PGlite): Promise<Open> {
  const opened = Promise.withResolvers<Transaction>()
  const ended = Promise.withResolvers<'commit' | 'rollback'>()
  const whole = db.transaction(async (tx) => {
    opened.resolve(tx)
    if ((await ended.promise) === 'rollback') await tx.rollback()
  })
  whole.catch((error: unknown) => opened.reject(readable(error)))
  const session = await opened.promise
  return {
    session,
    end: async (how) => {
      ended.resolve(how)
      await whole.catch((error: unknown) => Promise.reject(readable(error)))
    },
  }
}

async function runOn<R>(session: Session, text: string, values: readonly unknown[] = []) {
  // PGlite answers in microtasks only: without this a caller that polls starves timers and sockets.
  await setImmediate()
  try {
    // `query` refuses several statements in one string, and migrations are that.
    const result = values.length === 0 ? (await session.exec(text)).at(-1) : await session.query(text, [...values])
    return answerOf<R>(result?.command, result?.rows, result?.rowCount ?? result?.affectedRows)
  } catch (error) {
    throw readable(error)
  }
}

function answerOf<R>(command = '', rows: unknown[] = [], rowCount = 0): PostgresQueryResult<R> {
  return {
    command: COMMANDS.find((known) => known === command) ?? 'SELECT',
    rows: areRows<R>(rows) ? rows : [],
    rowCount,
  }
}
const COMMANDS = ['INSERT', 'UPDATE', 'DELETE', 'MERGE', 'COMMIT', 'ROLLBACK'] as const

/** As with `pg`, the type of a row is the caller's word: nobody has checked it. */
function areRows<R>(_rows: unknown[]): _rows is R[] {
  return true
}

/** BullMQ's statements begin with comments. */
function firstWord(text: string): string {
  return /^(?:\s+|--[^\n]*\n)*([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? ''
}

/** PGlite's own errors carry the query, its parameters (article text) and a stack of minified source. */
function readable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error))
  const plain = new Error(error.message)
  const facts = ['code', 'detail', 'constraint', 'severity'].flatMap((key) => {
    const value: unknown = Reflect.get(error, key)
    return typeof value === 'string' ? [[key, value]] : []
  })
  return Object.assign(plain, Object.fromEntries(facts))
}
