import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** Takes the turn to do something for the whole fleet; false while another process has it. */
export async function leaseIn(db: Kysely<Tables>, name: string, ms: number): Promise<boolean> {
  const until = sql<Date>`now() + ${ms}::int * interval '1 millisecond'`
  const taken = await db
    .insertInto('leases')
    .values({ name, until })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((eb) => ({ until: eb.ref('excluded.until') }))
        .where(sql<boolean>`leases.until <= now()`),
    )
    .returning('name')
    .executeTakeFirst()
  return taken !== undefined
}
