import { z } from 'zod'
import { ActorKind } from '../../schema/analysis.ts'
import { WireNumber } from '../wire-number.ts'

export const WireActor = z.strictObject({
  sentences: z.array(WireNumber),
  name: z.string(),
  kind: ActorKind,
  role: z.string().nullable(),
  aliases: z.array(z.string()),
})
export type WireActor = z.infer<typeof WireActor>

export const WireIssue = z.strictObject({ sentences: z.array(WireNumber), statement: z.string() })
export type WireIssue = z.infer<typeof WireIssue>

/**
 * Who acts and what the article is about. Position in `actors` plus 1, after the given actors, is the number of an actor.
 * An empty `statement` stands for a main issue that nobody wrote.
 */
export const ActorsWire = z.strictObject({
  actors: z.array(WireActor),
  issue: WireIssue,
  otherIssues: z.array(WireIssue),
})
export type ActorsWire = z.infer<typeof ActorsWire>
