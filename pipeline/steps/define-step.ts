import type { z } from 'zod'
import type { Asked, Resolved, Step, StepInput, Texts } from '../schema/contracts.ts'

/** A step that also says which sections its prompts must have, and which placeholders `ask` fills in each. */
export type DefinedStep = Step & { sections: PromptSections; guidedSections?: PromptSections }
export type PromptSections = Readonly<Record<string, readonly string[]>>

/** A step whose wire and parts of a wire are typed; everything else of it is as in `Step`. */
type TypedStep<Wire, Part, Choice> = Omit<
  DefinedStep,
  'wire' | 'ask' | 'merge' | 'resolve' | 'extract' | 'guidedSections'
> & {
  wire: z.ZodType<Wire>
  /** What `read` of a question returns and `merge` joins. */
  part: z.ZodType<Part>
  ask(texts: Texts, input: StepInput, answered: ReadonlyMap<string, Part>): Asked
  merge(parts: readonly Part[], input: StepInput): Wire
  resolve(wire: Wire, input: StepInput): Resolved
  extract(input: StepInput): Wire
  /** Absent where the rules do better than a small model that is asked closed questions. */
  guided?: Guided<Wire, Choice>
}

/**
 * How a step is asked in mode `guided`: short closed questions apart, whose answers (`part`) are joined with what the rules say to
 * the same wire.
 */
export type Guided<Wire, Part> = {
  sections: PromptSections
  part: z.ZodType<Part>
  ask(texts: Texts, input: StepInput, answered: ReadonlyMap<string, Part>): Asked
  merge(parts: readonly Part[], input: StepInput): Wire
}

/**
 * Makes a `Step`, which engines and the chain handle without knowing its wire, from typed parts: whatever comes in is parsed.
 * @throws ZodError when an engine hands over what is not a wire (a fault of ours, never of a model: engines validate)
 */
export function defineStep<Wire, Part, Choice>(typed: TypedStep<Wire, Part, Choice>): DefinedStep {
  const { wire, guided, ...step } = typed
  const open = typedAsking(typed)
  const closed = guided && withoutRepair(typedAsking(guided), open)
  const asking = ({ recipe }: StepInput) => (recipe.steps[step.name].mode === 'guided' ? closed : undefined) ?? open
  return {
    ...step,
    ...(guided && { guidedSections: guided.sections }),
    wire,
    ask: (texts, input, answered) => asking(input).ask(texts, input, answered),
    merge: (parts, input) => asking(input).merge(parts, input),
    resolve: (answer, input) => typed.resolve(wire.parse(answer), input),
  }
}

/**
 * What closed questions offer are places that the rules found: what fails there has no better answer. Nor have the rules one: theirs
 * was weighed when the questions were answered, and would stand in the place of lines that it does not belong to.
 */
function withoutRepair(closed: Untyped, open: Untyped): Untyped {
  return {
    ask: (texts, input, answered) =>
      isRepair(input) ? { known: [], questions: [] } : closed.ask(texts, input, answered),
    merge: (parts, input) => (isRepair(input) ? open.merge([], input) : closed.merge(parts, input)),
  }
}

/** What is only not sure is asked anew, of a larger model. */
function isRepair({ complaints }: StepInput): boolean {
  return complaints?.every(({ doubted }) => doubted === undefined) ?? false
}

type Untyped = Pick<Step, 'ask' | 'merge'>
type Asking<Wire, Part> = Pick<Guided<Wire, Part>, 'part' | 'ask' | 'merge'>

/** Parses what comes in, for parts that engines hand on without knowing them. */
function typedAsking<Wire, Part>({ part, ask, merge }: Asking<Wire, Part>): Untyped {
  return {
    ask: (texts, input, answered) =>
      ask(texts, input, new Map([...answered].map(([key, answer]) => [key, part.parse(answer)]))),
    merge: (parts, input) =>
      merge(
        parts.map((each) => part.parse(each)),
        input,
      ),
  }
}
