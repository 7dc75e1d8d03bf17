import { z } from 'zod'
import { type Claims, listOf, passageOf, Text, Texts } from './claims.ts'

const Raw = z
  .object({
    actors: listOf(z.object({ name: Text, kind: Text, aliases: Texts })),
    main_issue: Text,
    stances: listOf(z.object({ actor: Text, label: Text, evidence: Text })),
    reactions: listOf(z.object({ speaker: Text, kind: Text, polarity: Text, quote: Text, evidence: Text })),
    summary: Text,
    key_points: Texts,
  })
  .catch({ actors: [], main_issue: '', stances: [], reactions: [], summary: '', key_points: [] })

/** What `run_docetl.py` wrote as `raw`; anything else says nothing. */
export function claimsOfDocetl(raw: unknown): Claims {
  const { actors, main_issue: statement, stances, reactions, summary, key_points: keyPoints } = Raw.parse(raw)
  return {
    actors,
    ...(statement !== '' && { issue: { statement } }),
    stances: stances.map(({ evidence, ...stance }) => ({ ...stance, passage: passageOf(evidence) })),
    reactions: reactions.map(({ quote, evidence, ...reaction }) => ({
      ...reaction,
      quote: passageOf(quote),
      passage: passageOf(evidence),
    })),
    summary,
    keyPoints,
  }
}
