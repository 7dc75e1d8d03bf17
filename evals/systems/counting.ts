import type { Analysis } from '../../pipeline/schema/analysis.ts'
import type { StepName } from '../../pipeline/schema/recipe.ts'
import type { System } from './system.ts'

/** Of the articles that a system was asked about: those that got nothing, and those where a question stayed open. */
export type Answers = { asked: number; none: number; partly: number }

/** The same system, which counts what was answered; `answers` grows while it works. */
export function counting(system: System): { system: System; answers: Readonly<Answers> } {
  const answers: Answers = { asked: 0, none: 0, partly: 0 }
  const analyse: System['analyse'] = async (reading, options) => {
    const analysis = await system.analyse(reading, options)
    answers.asked++
    const failed = new Set(analysis.defects.flatMap(({ kind, step }) => (kind === 'part-failed' ? [step] : [])))
    if (failed.size > 0) answers[isNothing(analysis, failed) ? 'none' : 'partly']++
    return analysis
  }
  return { system: { ...system, analyse }, answers }
}

/** Actors and summary are asked of every article; an answer may also be that there is nobody. */
function isNothing({ actors, summary }: Analysis, failed: ReadonlySet<StepName>): boolean {
  const isFound = ({ given }: { given?: boolean }) => given !== true
  return failed.has('actors') && failed.has('summary') && !actors.some(isFound) && summary.brief.length === 0
}
