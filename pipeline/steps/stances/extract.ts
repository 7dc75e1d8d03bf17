import { isContentWord, termOf } from '../../rules/terms.ts'
import type { ActorId, IssueId, Voice } from '../../schema/analysis.ts'
import type { Cast, StepInput } from '../../schema/contracts.ts'
import { wordsOf } from '../../text/words.ts'
import { pairsOf } from './pairs.ts'
import { type Position, positionsOf } from './positions.ts'
import type { StancesWire, WireStance } from './wire.ts'

/** Positions that nobody asked for are given only where they are clear. */
const CLEAR = 0.5
const MAX_DIRECTED = 14
/** Further positions of one actor; more are no help to a reader. */
const MAX_EACH = 3

/**
 * Stances from words of attitude: every actor towards the main issue (`unstated` where nothing shows it), the given questions,
 * and the clearest positions between actors and on the other issues.
 */
export function extractStances({ reading, recipe, cast }: StepInput): StancesWire {
  if (cast === undefined) return { stances: [] }
  const positions = positionsOf(reading, cast)
  const asked = new Set<string>()
  const main = `I${cast.numbers.issues.indexOf(cast.mainIssue) + 1}`
  const stances = pairsOf(cast, recipe).flatMap(({ actor, target }): WireStance[] => {
    const number = cast.numbers.actors.indexOf(actor) + 1
    const name = `I${cast.numbers.issues.indexOf(target) + 1}`
    if (asked.has(`${number} ${name}`)) return []
    asked.add(`${number} ${name}`)
    const about = asksMainIssue(target, cast) ? main : name
    const found = positions.get(`${number} ${name}`) ?? positions.get(`${number} ${about}`) ?? []
    return [decide(number, name, found)]
  })
  const given = new Set(recipe.targets.map((_, index) => `I${index + 1}`))
  const further = [...positions.entries()]
    .filter(([key]) => !asked.has(key) && !given.has(splitKey(key)[1]))
    .map(([key, found]) => ({ stance: decide(...splitKey(key), found), strength: topStrength(found) }))
    .filter(({ stance, strength }) => stance.label !== 'unstated' && stance.label !== 'neutral' && strength >= CLEAR)
    .sort((a, b) => b.strength - a.strength)
    .filter(atMost(MAX_EACH))
    .slice(0, MAX_DIRECTED)
  return { stances: [...stances, ...further.map(({ stance }) => stance)] }
}

/** Fewer words in common say little. */
const LEAST_TERMS = 3

/**
 * Whether a given proposition only words the main issue anew: every word that it is made of stands in the sentences of the issue
 * ("Mill Bridge should be closed to cars"), and both or none of them negate.
 */
function asksMainIssue(target: IssueId | ActorId, { issues, mainIssue }: Cast): boolean {
  const asked = issues.find(({ id }) => id === target)
  const main = issues.find(({ id }) => id === mainIssue)
  if (asked?.given !== true || main === undefined || main.given === true) return false
  const told = `${main.statement} ${main.evidence.map(({ text }) => text).join(' ')}`
  if (NEGATION.test(asked.statement) !== NEGATION.test(told)) return false
  const terms = contentTerms(told)
  const wanted = contentTerms(asked.statement)
  return wanted.size >= LEAST_TERMS && [...wanted].every((term) => terms.has(term))
}

const NEGATION =
  /(?<![\p{L}\p{M}])(?:not|no|never|without|against|stop|ban|bans|banned|nicht|kein\p{L}*|gegen|ohne|nunca|sin|contra|ne|pas|sans|contre|não|sem)(?![\p{L}\p{M}])|n[’']t(?![\p{L}\p{M}])/iu

function contentTerms(text: string): Set<string> {
  return new Set(
    wordsOf(text).flatMap(({ text: word }) => (isContentWord(word) ? [termOf(word).replace(/e$/, '')] : [])),
  )
}

/** Keeps the first few of each actor. */
function atMost(limit: number): (each: { stance: WireStance }) => boolean {
  const counts = new Map<number, number>()
  return ({ stance: { actor } }) => {
    const count = (counts.get(actor) ?? 0) + 1
    counts.set(actor, count)
    return count <= limit
  }
}

function splitKey(key: string): [number, string] {
  const [actor, target] = key.split(' ')
  return [Number(actor), target ?? '']
}

/** A side weaker than this gives way to a refusal to take one. */
const WEAK = 0.45
const VOICES: readonly Voice[] = ['self', 'narrator', 'reported']

/** One label of all positions: from the best voice, of the latest clear position; `mixed` only where one sentence shows both. */
function decide(actor: number, target: string, found: readonly Position[]): WireStance {
  const sided = found.filter(({ label }) => label !== 'neutral')
  const abstains = found.length > sided.length && topStrength(sided) < WEAK
  const pool = sided.length > 0 && !abstains ? sided : found.filter(({ label }) => label === 'neutral')
  const voice = VOICES.find((each) => pool.some((position) => position.voice === each))
  if (voice === undefined) return { actor, target, sentences: [], voice: null, label: 'unstated', rationale: null }
  const heard = pool.filter((position) => position.voice === voice)
  const top = topStrength(heard)
  const clear = heard.filter(({ strength }) => strength >= 0.55 * top).sort((a, b) => a.at - b.at)
  const last = clear.at(-1)
  const isMixed = pool.some(
    ({ label, sentence, strength, voice: teller }) =>
      sentence === last?.sentence && label !== last.label && teller !== 'reported' && strength >= 0.55 * top,
  )
  const label = isMixed ? 'mixed' : (last?.label ?? 'unstated')
  const shown = clear.filter((position) => isMixed || position.label === label).sort((a, b) => b.strength - a.strength)
  const sentences = [...new Set(shown.map(({ sentence }) => sentence + 1))].slice(0, 3).sort((a, b) => a - b)
  return { actor, target, sentences, voice, label, rationale: null }
}

function topStrength(positions: readonly Position[]): number {
  return positions.reduce((top, { strength }) => Math.max(top, strength), 0)
}
