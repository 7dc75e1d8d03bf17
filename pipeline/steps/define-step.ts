import type { z } from 'zod'
import type { Warning } from '../schema/analysis.ts'
import type { Asked, Cast, Claim, Complaint, Parts, Resolved, Step, StepInput, Texts } from '../schema/contracts.ts'
import type { StepName } from '../schema/recipe.ts'

/** A step that also says which sections its prompt must have, and which placeholders `ask` fills in each. */
export type DefinedStep = Step & { sections: PromptSections }
export type PromptSections = Readonly<Record<string, readonly string[]>>

/** A step whose wire and parts of a wire are typed. What each member does stands in `Step`. */
export type TypedStep<Wire, Part> = {
  name: StepName
  sections: PromptSections
  wire: z.ZodType<Wire>
  /** What `read` of a question returns and `merge` joins. */
  part: z.ZodType<Part>
  ask(texts: Texts, input: StepInput, answered: ReadonlyMap<string, Part>): Asked
  merge(parts: readonly Part[], input: StepInput): Wire
  resolve(wire: Wire, input: StepInput): Resolved
  extract(input: StepInput): Wire
  claims(parts: Partial<Parts>, cast: Cast | undefined): Claim[]
  drop(parts: Partial<Parts>, complaint: Complaint, input: StepInput): Resolved
  mend(
    parts: Partial<Parts>,
    failed: readonly Complaint[],
    repaired: Partial<Parts>,
  ): { parts: Partial<Parts>; mended: string[] }
  review(parts: Partial<Parts>, input: StepInput): Warning[]
}

/**
 * Makes a `Step`, which engines and the chain handle without knowing its wire, from typed parts: whatever comes in is parsed.
 * @throws ZodError when an engine hands over what is not a wire (a fault of ours, never of a model: engines validate)
 */
export function defineStep<Wire, Part>(typed: TypedStep<Wire, Part>): DefinedStep {
  const { wire, part } = typed
  return {
    name: typed.name,
    sections: typed.sections,
    wire,
    ask: (texts, input, answered) =>
      typed.ask(texts, input, new Map([...answered].map(([key, answer]) => [key, part.parse(answer)]))),
    merge: (parts, input) =>
      typed.merge(
        parts.map((each) => part.parse(each)),
        input,
      ),
    resolve: (answer, input) => typed.resolve(wire.parse(answer), input),
    extract: typed.extract,
    claims: typed.claims,
    drop: typed.drop,
    mend: typed.mend,
    review: typed.review,
  }
}
