import type { z } from 'zod'
import type {
  Actor,
  ActorId,
  Analysis,
  Defect,
  Issue,
  IssueId,
  Reaction,
  Stance,
  Summary,
  TargetId,
  Warning,
} from './analysis.ts'
import type { Account, Call } from './call-contract.ts'
import type { Reading } from './reading.ts'
import type { Recipe, StepName, StepRecipe } from './recipe.ts'
import type { Evidence } from './span.ts'

/** The parts of an analysis that steps fill. A step's own part is the slice of these that it `resolve`s. */
export type Parts = {
  actors: Actor[]
  issues: Issue[]
  mainIssue?: IssueId
  summary: Summary
  stances: Stance[]
  reactions: Reaction[]
}

/**
 * Actors and issues as later questions number them. Number n (from 1) of a list that a model saw or wrote is the id at
 * `numbers.actors[n - 1]`; it is undefined where that actor was dropped. Given ones hold the first numbers.
 */
export type Cast = {
  actors: readonly Actor[]
  issues: readonly Issue[]
  mainIssue: IssueId
  numbers: { actors: readonly (ActorId | undefined)[]; issues: readonly (IssueId | undefined)[] }
}

/** The sentences of the article (indexes, ascending) that one question shows. One window holds a whole short article. */
export type Window = { index: number; sentences: readonly number[] }

export type StepInput = {
  reading: Reading
  recipe: Recipe
  windows: readonly Window[]
  /** Absent for the actors step, and in `single`, where the model numbers the actors that it writes itself. */
  cast?: Cast
  /** Present in a repair: ask for the faulty items only, once more. */
  complaints?: readonly Complaint[]
}

/** The texts of one prompt file: `sections` by heading, filled with `fill(text, values)` of the loader. */
export type PromptText = {
  name: string
  step: StepName | 'article'
  /** Its questions are those of mode `guided`. */
  mode?: 'guided'
  version: number
  hash: string
  languages: readonly string[]
  changed: string
  sections: Readonly<Record<string, string>>
}

/** The loaded prompts that a recipe names. */
export type Texts = { shared: PromptText; steps: Readonly<Record<StepName, PromptText>> }

/** One question to a model. The shared messages (rules, then the numbered sentences) stand before `task`. */
export type Question = {
  /** Unique in its step: complaints, probabilities and defects carry it. */
  key: string
  /** Indexes of the sentences that the shared messages show, ascending. */
  sentences: readonly number[]
  /** The last message. */
  task: string
  /** What every server gets and zod validates: the same for all articles, so that it may stand in a fixed tool. */
  schema: z.ZodType
  /** The same answer narrowed to the article (keys, actors, bounded numbers), built only for servers that enforce a grammar. */
  narrowed?(): z.ZodType
  /** What an answer needs at most. */
  maxTokens: number
  /** The field of the answer that is a choice: its probabilities are asked for where the server gives them. */
  choice?: Choice
  /**
   * A validated answer (by `schema` or by `narrowed`) → a part of the wire, which `merge` joins with the others. `odds`: how
   * probable each label of the choice was, where the server told.
   */
  read(answer: unknown, odds?: Odds): unknown
}

/** A field of an answer that is one of a few labels. */
export type Choice = { field: string; labels: readonly string[] }

/** The probability of every label of a choice; they sum to 1. */
export type Odds = Readonly<Record<string, number>>

/** What a model or the rules proposed for a step, after every question of it was answered. */
export type Resolved = {
  parts: Partial<Parts>
  /** Only from the actors step. */
  cast?: Cast
  warnings: Warning[]
}

/** A line of a result as grounding sees it, whatever step it comes from. */
export type Claim = {
  /** The id in the analysis, unique over all steps. */
  id: string
  step: StepName
  /** For a complaint: what a reader or a model would call it, "the stance of Kim Jong Un towards issue 1". */
  name: string
  /** Everything that a model may have written. */
  texts: readonly ClaimText[]
  evidence: readonly Evidence[]
  /** Actors that the evidence must concern (named, or referred to by a resolved pronoun, description or metonym). */
  concerns: readonly ActorId[]
  /** Who is said to have spoken which numbered quotation. */
  quote?: { quotation: number; speaker: ActorId }
}

/** `essential`: without it the claim falls. */
export type ClaimText = { field: string; text: string; essential: boolean; mostWords?: number }

/** What is wrong with a claim. Without `field` the claim itself fails, with it only that text. */
export type Complaint = {
  claim: string
  step: StepName
  field?: string
  /** The item as it stands, shortened, so that the model knows which. */
  item: string
  /** The fault in words that a model and a reader understand. */
  message: string
  /** Indexes of the sentences that the item cited. */
  sentences: readonly number[]
  /** Of those to cite instead, where that is all that is wrong: the article says it, but in another place. */
  cite?: readonly number[]
  /** No check has failed: the stance of this actor is only not sure. */
  doubted?: { actor: ActorId; target: TargetId }
}

/** One thing that is asked of an article. `pipeline/steps/all.ts` lists them; `defineStep` makes one from typed parts. */
export type Step = {
  name: StepName
  /** A complete answer in numbers, with what was measured of it. */
  wire: z.ZodType
  /** Of the wire what a model may write: the form that every question of all articles but narrowed and closed ones asks for. */
  answer: z.ZodType
  /**
   * Called until it asks nothing, twice at most: the second time `answered` holds the parts by question key and the gaps are
   * asked. Without a cast (mode `single`) it asks one question that fits into a common envelope. With `input.complaints` it
   * asks for the faulty items only.
   */
  ask(texts: Texts, input: StepInput, answered: ReadonlyMap<string, unknown>): Asked
  /** Parts of the wire (known ones first, then in the order of the questions) → the wire. Of no parts: the empty wire. */
  merge(parts: readonly unknown[], input: StepInput): unknown
  /** Numbers → evidence. Drops what does not exist, with a warning; never throws on a valid wire. */
  resolve(wire: unknown, input: StepInput): Resolved
  /** The same wire without a model. */
  extract(input: StepInput): unknown
  claims(parts: Partial<Parts>, cast: Cast | undefined): Claim[]
  /** Removes a claim, or one text of it, as this step degrades: a stance becomes unstated, a main issue the most salient sentence. */
  drop(parts: Partial<Parts>, complaint: Complaint, input: StepInput): Resolved
  /** Puts other evidence under a claim. */
  recite(parts: Partial<Parts>, claim: string, evidence: readonly Evidence[]): Partial<Parts>
  /**
   * Puts the repaired claims (already grounded) in the place of the failed ones. `fallen`: ids of those that grounding has taken
   * down to less again; `model`: who repaired them, where it is not the step's own model. Returns the ids that were repaired.
   */
  mend(
    parts: Partial<Parts>,
    failed: readonly Complaint[],
    repaired: Partial<Parts>,
    options: { fallen: ReadonlySet<string>; model?: string },
  ): { parts: Partial<Parts>; mended: string[] }
  /**
   * Claims that are less sure than `below`, as complaints that a larger model is asked about; absent where no step measures how
   * sure it is.
   */
  doubts?(parts: Partial<Parts>, input: StepInput, below: number): Complaint[]
  /** What was asked for and is missing or short, and true absences as notes. */
  review(parts: Partial<Parts>, input: StepInput): Warning[]
}

export type Asked = { known: readonly unknown[]; questions: readonly Question[] }

/** A way of answering steps. Knows no queue and no database. */
export type Engine = {
  name: string
  /** One step in `chain` and in a repair, all of them in `single`. A step that could not be answered is absent from `wires`. */
  run(steps: readonly Step[], input: StepInput, options: { account: Account; signal?: AbortSignal }): Promise<Answers>
}

export type Answers = {
  wires: ReadonlyMap<StepName, unknown>
  defects: Defect[]
  calls: Call[]
  /** A warning for each question that stayed without a usable answer. */
  warnings: Warning[]
}

export type EngineFor = (step: StepRecipe) => Promise<Engine>

/** Progress of one article, for a person who watches. */
export type StepEvent = { step: StepName; phase: 'asked' | 'answered' | 'repairing' | 'settled'; ms: number }

export type Analyse = (
  reading: Reading,
  recipe: Recipe,
  run: {
    engineFor: EngineFor
    /** By default one of its own, in memory, that ends with this analysis. */
    account?: Account
    signal?: AbortSignal
    onStep?: (event: StepEvent) => void
    /** Each call of a model that the analysis used, once its answer was read. */
    onCall?: (call: Call) => void
  },
) => Promise<Analysis>
