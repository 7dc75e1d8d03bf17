import type { Claim } from '../schema/contracts.ts'
import type { ActorPlaces } from './actor-places.ts'
import { sentencesNamed } from './checked-text.ts'
import type { ArticleIndex } from './parsed-text.ts'
import type { People } from './people.ts'

/**
 * The cited words must concern every actor of the claim: one cited sentence names it, refers to it or holds what it said.
 * A cited sentence that opens with a pronoun may lean on the one before it.
 */
export function checkConcerns(claim: Claim, people: People): string[] {
  return claim.concerns.flatMap((id) => {
    const actor = people.actor(id)
    const article = people.article()
    if (actor === undefined) return []
    const places = people.places(actor)
    const cited = [...new Set(claim.evidence.map(({ sentence }) => sentence))]
    if (cited.some((sentence) => isConcerned(sentence, places, article))) return []
    const [first] = [...places.sentences].sort((a, b) => a - b)
    const hint =
      first === undefined
        ? ' The article does not name it.'
        : ` It is named in ${sentencesNamed(nearest(cited, places)).toLowerCase()}.`
    const what =
      cited.length === 0
        ? 'No cited sentence speaks'
        : `${sentencesNamed(cited)} ${cited.length === 1 ? 'does' : 'do'} not speak`
    return [`${what} of ${actor.name}.${hint}`]
  })
}

/** Up to three sentences that do name the actor, those nearest to the cited ones first. */
function nearest(cited: readonly number[], { sentences }: ActorPlaces): number[] {
  const [from = 0] = cited
  return [...sentences].sort((a, b) => Math.abs(a - from) - Math.abs(b - from) || a - b).slice(0, 3)
}

/** Whether a sentence names the actor or, opening with a pronoun, may mean the one named just before. */
function isConcerned(sentence: number, { sentences }: ActorPlaces, article: ArticleIndex): boolean {
  return sentences.has(sentence) || (sentences.has(sentence - 1) && opensWithPronoun(sentence, article))
}

function opensWithPronoun(sentence: number, { tokens, starts, lexicon, reading }: ArticleIndex): boolean {
  if (!reading.hasWordLists && lexicon.pronouns.size === 0) return true
  let at = starts[sentence] ?? 0
  const end = starts[sentence + 1] ?? 0
  while (at < end && tokens[at]?.kind === 'mark') at += 1
  return lexicon.pronouns.has(tokens[at]?.fold ?? '')
}
