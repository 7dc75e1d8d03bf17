import type { Actor, Analysis, Line, Reaction, Stance } from '../schema/analysis.ts'
import type { Reading } from '../schema/reading.ts'
import { POLARITY } from '../steps/reactions/resolve.ts'
import { pairKey, pairsOf } from '../steps/stances/pairs.ts'
import { nameOf } from '../steps/stances/resolve.ts'
import { foldCase } from '../text/fold-case.ts'
import { castOf, twoPeople } from './cast.ts'
import { linesOf } from './lines.ts'

/** A promise of every analysis that a corrected one would break, with the claim that breaks it. */
export type Breach = { claim: string; message: string; fix?: string }

/** What each claim of an analysis, and all of them together, must be, apart from what the article says of the news. */
export function breachesOf(after: Analysis, before: Analysis, reading: Reading): Breach[] {
  const renamed = after.actors.filter((actor) => !before.actors.includes(actor))
  return [
    ...renamed.flatMap((actor) => ofActor(actor, reading)),
    ...after.stances.flatMap((stance) => ofStance(stance, after)),
    ...unanswered(after, before),
    ...after.reactions.flatMap((reaction) => ofReaction(reaction, after)),
    ...repeated(after),
    ...orphans(after, before),
  ]
}

function ofActor(actor: Actor, reading: Reading): Breach[] {
  const two = twoPeople(actor, reading)
  if (two === undefined) return []
  return [{ claim: actor.id, message: `${two[0]} and ${two[1]} are two people in the article.`, fix: BOTH_NAMES }]
}

const BOTH_NAMES = 'Correct name and aliases in the same set.'

function ofStance(stance: Stance, analysis: Analysis): Breach[] {
  const { id: claim, actor, target, label, voice, evidence, rationale } = stance
  const what = describe(stance, analysis)
  if (actor === target) return [{ claim, message: 'An actor has no stance towards itself.' }]
  const twin = analysis.stances.find((each) => each.id !== claim && pairKey(each) === pairKey(stance))
  if (twin) {
    const fix = `Correct the label of ${twin.id}, or remove it.`
    return [{ claim, message: `${twin.id} is ${what} already: there is one label for an actor and a target.`, fix }]
  }
  if (label !== 'unstated') return unshown(claim, { label, voice, evidence })
  if (voice === undefined && evidence.length === 0 && rationale === undefined) return []
  const message = `${capitalised(what)} is unstated, so it has neither evidence nor voice nor rationale.`
  return [{ claim, message, fix: 'Correct the label in the same set.' }]
}

function unshown(claim: string, { label, voice, evidence }: Pick<Stance, 'label' | 'voice' | 'evidence'>): Breach[] {
  const missing = [...(evidence.length === 0 ? ['evidence'] : []), ...(voice === undefined ? ['voice'] : [])]
  if (missing.length === 0) return []
  const message = `The label “${label}” needs ${missing.join(' and ')}.`
  return [{ claim, message, fix: `Correct the ${missing.join(' and the ')} of ${claim} in the same set.` }]
}

function describe({ actor, target }: Stance, analysis: Analysis): string {
  const cast = castOf(analysis)
  return `the stance of ${nameOf(cast, actor)} towards ${nameOf(cast, target)}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** A stance that every analysis has and that was turned to another target. */
function unanswered(after: Analysis, before: Analysis): Breach[] {
  const answered = new Set(after.stances.map(pairKey))
  const asked = new Set(pairsOf(castOf(after), after.recipe).map(pairKey))
  return before.stances
    .filter((stance) => asked.has(pairKey(stance)) && !answered.has(pairKey(stance)))
    .map((stance) => ({
      claim: stance.id,
      message: `Every analysis tells ${describe(stance, after)}.`,
      fix: `Correct the label of ${stance.id} ("unstated" where the article does not say), and add the other stance.`,
    }))
}

function ofReaction({ id: claim, actor, kind, polarity, target, quote }: Reaction, { reactions }: Analysis): Breach[] {
  if (actor === target) return [{ claim, message: 'An actor does not react to itself.' }]
  const decided = POLARITY[kind]
  if (decided !== undefined && polarity !== decided) {
    return [{ claim, message: `The kind “${kind}” is ${decided} by definition.`, fix: 'Correct the kind as well.' }]
  }
  const twin = quote && reactions.find((each) => each.id !== claim && each.quote?.index === quote.index)
  return twin
    ? [{ claim, message: `${twin.id} has this quotation already.`, fix: `Correct ${twin.id}, or remove it.` }]
    : []
}

function repeated({ summary }: Analysis): Breach[] {
  const inList = (lines: readonly Line[]) =>
    lines.flatMap(({ id, text }) => {
      const twin = lines.find((other) => other.id !== id && foldCase(other.text) === foldCase(text))
      return twin ? [{ claim: id, message: `${twin.id} says this already, in the same words.` }] : []
    })
  return [...inList(summary.brief), ...inList(summary.keyPoints)]
}

/** An actor or issue that was removed and that others still speak of. */
function orphans(after: Analysis, before: Analysis): Breach[] {
  const left = new Set([...after.actors, ...after.issues].map(({ id }) => id))
  return [...before.actors, ...before.issues]
    .filter(({ id }) => !left.has(id))
    .flatMap(({ id, ...item }) => {
      const speaking = [...after.stances, ...after.reactions].filter(
        ({ actor, target }) => actor === id || target === id,
      )
      if (speaking.length === 0) return []
      const name = 'name' in item ? item.name : `“${item.statement}”`
      const ids = speaking.map((claim) => claim.id).join(', ')
      const fix = 'Remove those in the same set, or turn them to another.'
      return [{ claim: id, message: `${name} cannot be removed: ${ids} speak of it.`, fix }]
    })
}

/** Every id that is given in an analysis. */
export function idsOf({ actors, issues, summary, stances, reactions }: Analysis): string[] {
  return [...actors, ...issues, ...linesOf(summary), ...stances, ...reactions].map(({ id }) => id)
}
