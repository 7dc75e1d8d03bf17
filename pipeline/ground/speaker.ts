import type { Actor } from '../schema/analysis.ts'
import type { Claim } from '../schema/contracts.ts'
import type { Attribution, Name, Reading } from '../schema/reading.ts'
import { type Quotation, sentenceAt } from '../schema/span.ts'
import { partsOf } from './article-names.ts'
import { sentencesNamed, shortened } from './checked-text.ts'
import type { People } from './people.ts'

/** Links of a continued quotation that are followed back; longer chains are no writing. */
const LONGEST_CHAIN = 50

/**
 * The speaker of a quotation must be named or referred to in its sentence, in that of the quotation that it continues, or
 * beside them; and where the article plainly names somebody else as the speaker, it is not this one.
 */
export function checkSpeaker({ quote }: Claim, people: People): string[] {
  const actor = quote && people.actor(quote.speaker)
  if (quote === undefined || actor === undefined) return []
  const article = people.article()
  const { reading } = article
  const chain = chainOf(quote.quotation, reading)
  const [quotation] = chain
  if (quotation === undefined) return [`There is no quotation ${quote.quotation + 1}.`]
  const said = `“${shortened(quotation.text, 60)}”`
  const other = plainSpeaker(chain, reading)
  if (other && !isVoiceOf(other.name, actor, people)) {
    return [`Sentence ${other.sentence + 1} gives ${said} to ${other.name.name}, not to ${actor.name}.`]
  }
  const { sentences } = people.places(actor)
  if (chain.some((part) => sentencesAround(part, reading).some((sentence) => sentences.has(sentence)))) return []
  const own = sentencesAround(quotation, reading).slice(1, -1)
  return [`${actor.name} is not named in or beside ${sentencesNamed(own).toLowerCase()}, where ${said} stands.`]
}

/** The quotation and those that it goes on from. */
function chainOf(index: number, { quotations }: Reading): Quotation[] {
  const chain: Quotation[] = []
  let quotation = quotations[index]
  while (quotation && chain.length < LONGEST_CHAIN && !chain.includes(quotation)) {
    chain.push(quotation)
    quotation = quotation.continues === undefined ? undefined : quotations[quotation.continues]
  }
  return chain
}

/** Its sentences with one before and one after. */
function sentencesAround({ start, end }: Quotation, { sentences }: Reading): number[] {
  const first = sentenceAt(sentences, start) - 1
  const last = sentenceAt(sentences, Math.max(start, end - 1)) + 1
  return Array.from({ length: Math.min(last - first + 1, 40) }, (_, step) => first + step)
}

/** Whom a reporting verb beside the quotation names as its speaker, by name. */
function plainSpeaker(chain: readonly Quotation[], reading: Reading): { name: Name; sentence: number } | undefined {
  for (const { index } of chain) {
    const found = reading.attributions.find(
      (attribution) => attribution.quotations.includes(index) && isPlain(attribution, reading),
    )
    const name = found?.speaker === undefined ? undefined : reading.names[found.speaker]
    if (found && name) return { name, sentence: found.sentence }
  }
  return undefined
}

function isPlain({ speaker, cue, source }: Attribution, { names }: Reading): boolean {
  if (speaker === undefined || cue === undefined || source === undefined) return false
  const mentions = names[speaker]?.mentions ?? []
  return mentions.some(
    ({ start, end, form }) => (form === 'name' || form === 'alias') && start < source.end && end > source.start,
  )
}

/** The actor itself, or somebody who speaks for it: a spokesman of the ministry, a player of the club. */
function isVoiceOf(name: Name, actor: Actor, people: People): boolean {
  if (people.places(actor).names.has(name.index)) return true
  const told = new Set([name.name, name.role ?? '', ...name.aliases].flatMap(partsOf))
  const own = [actor.name, actor.role ?? '', ...actor.aliases].flatMap(partsOf)
  return own.some((part) => part.length > 3 && told.has(part)) || isBeside(name, actor, people)
}

/** The speaker is introduced in a sentence that names the actor as well ("Ana Ruiz, who speaks for the union"). */
function isBeside({ mentions }: Name, actor: Actor, people: People): boolean {
  if (actor.kind === 'person') return false
  const { sentences } = people.places(actor)
  const introduction = mentions.find(({ form }) => form === 'name')
  return introduction !== undefined && sentences.has(introduction.sentence)
}
