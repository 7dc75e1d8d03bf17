import { z } from 'zod'
import { ActorKind, Polarity, ReactionKind, StanceLabel, Voice } from '../../pipeline/schema/analysis.ts'

/** What makes an article hard, for reports by case. */
export const HARD_CASES = [
  'abstention',
  'anonymous',
  'change-of-position',
  'condition',
  'continued-quote',
  'denial',
  'injection',
  'irony',
  'many-actors',
  'metonymy',
  'mixed',
  'negation',
  'nested-quote',
  'no-reactions',
  'numbers',
  'pronoun-chain',
  'reported-stance',
  'same-surname',
  'scare-quote',
  'split-quote',
  'spokesperson',
] as const

/** Two or three letters, perhaps with a script or a region: "english" is none. */
function isLanguageTag(text: string): boolean {
  return /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(text)
}

const Words = z.string().min(1)
const Key = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a key has lower-case letters, digits and hyphens, a letter first')

/** The YAML file beside an article, as GUIDELINES.md describes it. Everything in quotation is verbatim. */
export const Annotation = z.strictObject({
  title: Words.optional(),
  language: z.string().refine(isLanguageTag, 'must be a tag of BCP 47, such as en or pt-BR'),
  hard: z.array(z.enum(HARD_CASES)),
  actors: z.record(
    Key,
    z.strictObject({ name: Words, kind: ActorKind, aliases: z.array(Words), role: Words.optional() }),
  ),
  issues: z
    .record(Key, z.strictObject({ statement: Words, evidence: Words }))
    .refine((issues) => 'main' in issues, 'the issue "main" is missing'),
  stances: z.array(
    z
      .strictObject({
        actor: Key,
        target: Key,
        label: StanceLabel,
        voice: Voice.optional(),
        evidence: z.array(Words).max(2).default([]),
      })
      .refine(({ label, evidence }) => (label === 'unstated') === (evidence.length === 0), {
        path: ['evidence'],
        error: 'every stance but "unstated" needs evidence, and "unstated" has none',
      })
      .refine(({ label, voice }) => (label === 'unstated') === (voice === undefined), {
        path: ['voice'],
        error: 'every stance but "unstated" needs a voice, and "unstated" has none',
      }),
  ),
  reactions: z.array(
    z.strictObject({
      actor: Key,
      kind: ReactionKind,
      polarity: Polarity,
      target: Key.optional(),
      cue: Words.optional(),
      quote: Words.optional(),
      evidence: z.array(Words).min(1).max(2),
    }),
  ),
  summaries: z.array(Words).length(2),
  facts: z
    .array(z.strictObject({ fact: Words, holds: z.array(Words).min(1) }))
    .min(4)
    .max(6),
})
export type Annotation = z.infer<typeof Annotation>

/** A second pass over an article: what two people can agree or disagree on. Summaries and facts may be there, and say nothing. */
export const SecondAnnotation = Annotation.partial({ hard: true, summaries: true, facts: true })
