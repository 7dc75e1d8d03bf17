import type { z } from 'zod'
import type { Asked, Resolved, Step, StepInput, Texts } from '../schema/contracts.ts'

/** A step that also says which sections its prompt must have, and which placeholders `ask` fills in each. */
export type DefinedStep = Step & { sections: PromptSections }
export type PromptSections = Readonly<Record<string, readonly string[]>>

/** A step whose wire and parts of a wire are typed; everything else of it is as in `Step`. */
type TypedStep<Wire, Part> = Omit<DefinedStep, 'wire' | 'ask' | 'merge' | 'resolve' | 'extract'> & {
  wire: z.ZodType<Wire>
  /** What `read` of a question returns and `merge` joins. */
  part: z.ZodType<Part>
  ask(texts: Texts, input: StepInput, answered: ReadonlyMap<string, Part>): Asked
  merge(parts: readonly Part[], input: StepInput): Wire
  resolve(wire: Wire, input: StepInput): Resolved
  extract(input: StepInput): Wire
}

/**
 * Makes a `Step`, which engines and the chain handle without knowing its wire, from typed parts: whatever comes in is parsed.
 * @throws ZodError when an engine hands over what is not a wire (a fault of ours, never of a model: engines validate)
 */
export function defineStep<Wire, Part>(typed: TypedStep<Wire, Part>): DefinedStep {
  const { wire, part, ...step } = typed
  return {
    ...step,
    wire,
    ask: (texts, input, answered) =>
      typed.ask(texts, input, new Map([...answered].map(([key, answer]) => [key, part.parse(answer)]))),
    merge: (parts, input) =>
      typed.merge(
        parts.map((each) => part.parse(each)),
        input,
      ),
    resolve: (answer, input) => typed.resolve(wire.parse(answer), input),
  }
}
