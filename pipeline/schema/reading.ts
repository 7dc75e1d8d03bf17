import type { ActorKind, ReactionKind } from './analysis.ts'
import type { Article } from './article.ts'
import type { Quotation, Sentence, Span } from './span.ts'

/**
 * What the rules know of an article, computed once by `pipeline/rules/read.ts` and shared by the engine without a model,
 * by grounding, and by the candidates offered to models. Internal: it is never written to a result.
 */
export type Reading = {
  article: Article
  /** The recipe's language where it overrules, else the article's. */
  language: string
  /** false: no word lists for the language, so `names` holds surface names only and `attributions` and `cues` may be empty. */
  hasWordLists: boolean
  sentences: readonly Sentence[]
  paragraphs: readonly Span[]
  quotations: readonly Quotation[]
  names: readonly Name[]
  attributions: readonly Attribution[]
  cues: readonly PolarityCue[]
  /** One number a sentence, 0..1: how central it is to the article. */
  salience: readonly number[]
  /** Why the text looks like a fragment, in words for a reader; empty when it does not. */
  incomplete: readonly string[]
}

export type Mention = Span & {
  sentence: number
  form: 'name' | 'alias' | 'description' | 'pronoun' | 'metonym'
}

/** Someone or something that the article names, with all mentions that were resolved to it, in text order. */
export type Name = {
  index: number
  /** As the article gives it in full. */
  name: string
  kind: ActorKind
  /** Office or function, a verbatim span of the article ("senior aide to Ukraine's President"). */
  role?: string
  aliases: readonly string[]
  mentions: readonly Mention[]
  /** false: a place, a day, a work or the like that is named but never acts or is judged. */
  canAct: boolean
  /** Whether a verb stands right behind it, or what a comma sets apart, somewhere: it does something. */
  acts: boolean
  /** 0..1: how central it is. */
  salience: number
}

/** Something that the article ascribes to somebody: the terms are those of PDTB, PARC and PolNeAR. */
export type Attribution = {
  index: number
  sentence: number
  kind: 'direct' | 'mixed' | 'indirect'
  /** Index into `names`; absent when nobody is named ("it was said") or the pronoun stayed open. */
  speaker?: number
  /** Where the speaker stands in the text ("she", "the two leaders"). */
  source?: Span
  /** The reporting verb or phrase ("said", "according to"). */
  cue?: Span
  /** What was said: for a direct one the quotation, for an indirect one the clause. */
  content: Span
  /** Indexes into `quotations`, when quotation marks are part of the content. */
  quotations: readonly number[]
  /** What the reporting verb itself tells of the kind of reaction ("condemned": criticism). */
  reaction?: ReactionKind
}

/** A word or phrase that shows somebody for or against something. */
export type PolarityCue = Span & {
  sentence: number
  /** After negation and contrast were applied. */
  polarity: 'positive' | 'negative'
  /** 0..1 */
  strength: number
  negated: boolean
  /** Who holds it: index into `names`; absent when it is the journalist's own voice or unknown. */
  holder?: number
  /** Towards whom: index into `names`, when the target is a name. */
  target?: number
  /** What the cue governs, when the target is not a name ("the cooperation between the two countries"). */
  about?: Span
  /** self: the holder's words or deeds; reported: another actor says so; narrator: the journalist. */
  voice: 'self' | 'narrator' | 'reported'
}
