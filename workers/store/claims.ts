import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Actor, Analysis, Reaction, Stance } from '../../pipeline/schema/analysis.ts'
import type { Recipe } from '../../pipeline/schema/recipe.ts'
import { storable } from './error-columns.ts'
import type { Tables } from './tables.ts'

/**
 * Puts the rows of an analysis in the place of those of other analyses that were asked the same of the same text, and of those
 * of an earlier version of itself. What editors have reviewed stays until they review something else.
 */
export async function replaceClaims(
  db: Kysely<Tables>,
  task_id: number,
  analysis: Analysis,
  { isReviewed = false } = {},
): Promise<void> {
  const asked = askedOf(analysis.recipe)
  const { contentHash: content_hash } = analysis
  if (!isReviewed && (await isByEditors(db, content_hash, asked))) return
  await db
    .deleteFrom('claims')
    .where(({ or, and, eb }) =>
      or([eb('task_id', '=', task_id), and([eb('content_hash', '=', content_hash), eb('asked', '=', asked)])]),
    )
    .execute()
  const claims = [...analysis.stances, ...analysis.reactions]
  const rows = claims.flatMap((claim, position) => {
    const row = rowOf(claim, analysis)
    return row === undefined ? [] : [{ task_id, position, content_hash, asked, ...row }]
  })
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await db
      .insertInto('claims')
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .execute()
  }
}

async function isByEditors(db: Kysely<Tables>, content_hash: string, asked: string): Promise<boolean> {
  const row = await db
    .selectFrom('claims')
    .innerJoin('reviews', 'reviews.task_id', 'claims.task_id')
    .select('claims.task_id')
    .where('claims.content_hash', '=', content_hash)
    .where('claims.asked', '=', asked)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A statement takes 65,535 parameters. */
const ROWS_AT_ONCE = 1000

/** As the migration counts it. */
function askedOf({ targets, actors }: Recipe): string {
  return createHash('md5')
    .update(`${JSON.stringify(targets)}${JSON.stringify(actors)}`)
    .digest('hex')
}

function rowOf(claim: Stance | Reaction, analysis: Analysis) {
  const actor = analysis.actors.find(({ id }) => id === claim.actor)
  if (actor === undefined) return undefined
  const isStance = 'label' in claim
  return {
    kind: isStance ? ('stance' as const) : ('reaction' as const),
    claim: claim.id,
    actor: storable(actor.name) ?? '',
    actor_kind: actor.kind,
    names: namesOf(actor),
    target: storable(targetOf(claim.target, analysis)),
    label: isStance ? claim.label : claim.kind,
    polarity: isStance ? null : claim.polarity,
    voice: isStance ? (claim.voice ?? null) : null,
    quote: isStance ? null : storable(claim.quote?.text),
    evidence: JSON.stringify(claim.evidence),
  }
}

/** Every way to call an actor, in lower case: name, aliases, and the longer words of the name. */
function namesOf({ name, aliases }: Actor): string[] {
  const words = name.split(/\s+/).filter((word) => word.length > 2)
  return [...new Set([name, ...aliases, ...words].map(nameKey))].filter((key) => key !== '')
}

/** What names are compared by. */
export function nameKey(name: string): string {
  return (storable(name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()) ?? '').toLowerCase()
}

function targetOf(target: string | undefined, { issues, actors }: Analysis): string | undefined {
  return issues.find(({ id }) => id === target)?.statement ?? actors.find(({ id }) => id === target)?.name
}
