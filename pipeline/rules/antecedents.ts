import type { Discourse, Referral } from './coreference.ts'
import type { Entity } from './entities.ts'
import type { Pronoun } from './lexicon/lexicon.ts'
import type { PronounUnit, Unit } from './unit.ts'

const LOOK_BACK = 60
const MAX_SENTENCES = 4
/** Below this score a pronoun stays open rather than be guessed. */
const LEAST = -3

/** Whom a pronoun means, by what was read before it; empty where it stays open. */
export function antecedentOf(discourse: Discourse, pronoun: PronounUnit, isSubject: boolean): readonly Entity[] {
  if (pronoun.pronoun === 'who') return nextTo(discourse, pronoun)
  if (!isSubject && pronoun.pronoun === 'it' && !isPossessive(discourse, pronoun)) return []
  const best = bestOf(discourse, pronoun, isSubject)
  if (best === undefined) return []
  const [only] = best.entities
  if (only !== undefined && best.entities.length === 1 && only.gender === 'unknown' && pronoun.gender !== 'unknown')
    only.gender = pronoun.gender
  return best.entities
}

function isPossessive({ input }: Discourse, pronoun: PronounUnit): boolean {
  return input.lexicon.is('possessives', input.tokens[pronoun.first]?.lower ?? '')
}

/** "Lisk, who": the unit right before. */
function nextTo({ referralOf, units }: Discourse, pronoun: PronounUnit): readonly Entity[] {
  const unit = units.endingAt(pronoun.first - 1)
  return unit === undefined ? [] : (referralOf.get(unit)?.entities ?? [])
}

function bestOf(discourse: Discourse, pronoun: PronounUnit, isSubject: boolean): Referral | undefined {
  let best: { referral: Referral; score: number } | undefined
  const seen = new Set<Entity>()
  for (const referral of discourse.referrals.slice(-LOOK_BACK).reverse()) {
    const [first] = referral.entities
    if (first === undefined || distanceOf(discourse, referral.unit, pronoun) > MAX_SENTENCES) continue
    if (!fits(referral, pronoun.pronoun) || holds(referral.unit, pronoun)) continue
    const score = scoreOf(discourse, referral, pronoun, isSubject) - (seen.has(first) ? 0.5 : 0)
    seen.add(first)
    if (best === undefined || score > best.score) best = { referral, score }
  }
  return best !== undefined && best.score >= LEAST ? best.referral : undefined
}

/** "Her deputy" is not who "her" means. */
function holds(unit: Unit, pronoun: PronounUnit): boolean {
  return unit.phrase.first <= pronoun.first && pronoun.first <= unit.phrase.last
}

function distanceOf({ narrated }: Discourse, from: Unit, to: Unit): number {
  if (from.sentence === to.sentence) return 0
  return Math.max(1, (narrated[to.sentence] ?? 0) - (narrated[from.sentence] ?? 0))
}

function fits(referral: Referral, pronoun: Pronoun): boolean {
  const [entity] = referral.entities
  if (entity === undefined) return false
  if (pronoun === 'they') return referral.entities.length > 1 || isMany(entity)
  if (referral.entities.length > 1) return false
  if (pronoun === 'it') return ['organization', 'country', 'body'].includes(entity.kind)
  const gender = pronoun === 'he' ? 'man' : 'woman'
  return (
    entity.kind === 'person' && entity.number === 'one' && (entity.gender === gender || entity.gender === 'unknown')
  )
}

function isMany(entity: Entity): boolean {
  return entity.number === 'many' || ['organization', 'body', 'people', 'party', 'group'].includes(entity.kind)
}

function scoreOf(discourse: Discourse, referral: Referral, pronoun: PronounUnit, isSubject: boolean): number {
  const { tokens } = discourse.input
  const distance = distanceOf(discourse, referral.unit, pronoun)
  let score = -1.5 * distance
  if (referral.isSubject) score += 1.5
  const frame = discourse.frameOf.get(referral.unit)
  if (frame !== undefined && isSubject && discourse.frameOf.has(pronoun)) score += 1
  if (isQuoted(tokens, referral.unit) !== isQuoted(tokens, pronoun)) score -= 2
  const [entity] = referral.entities
  if (entity?.gender === 'unknown' && pronoun.gender !== 'unknown') score -= 1
  if (entity?.number === 'many' && pronoun.pronoun === 'they') score += 1
  if (distance === 0 && !isSubject) score += 0.5
  // Who speaks says "I" of himself: "he" within the quotation is another.
  if (frame !== undefined && distance <= 1 && isQuoted(tokens, pronoun) && !isQuoted(tokens, referral.unit)) score -= 2
  if (pronoun.pronoun === 'it' || pronoun.pronoun === 'they') score -= 2
  if (pronoun.pronoun === 'it' && isSubject && !referral.isSubject) score -= 1.5
  if (pronoun.pronoun === 'they' && entity?.number === 'one' && referral.entities.length === 1) score -= 1
  return score
}

function isQuoted(tokens: Discourse['input']['tokens'], unit: Unit): boolean {
  return (tokens[unit.first]?.quotation ?? -1) >= 0
}
