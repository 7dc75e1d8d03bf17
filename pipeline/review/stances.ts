import type { Analysis, Stance, StanceLabel } from '../schema/analysis.ts'
import type { StanceCorrection } from '../schema/correction.ts'
import type { Reading } from '../schema/reading.ts'
import { type Edited, type Editing, tidied } from './edit.ts'
import { type Fault, isFault } from './fault.ts'
import { locatePassages } from './locate-passages.ts'
import { noClaim, unknownTarget } from './unknown.ts'

export function correctStance(analysis: Analysis, correction: StanceCorrection, { reading }: Editing): Edited {
  const stance = analysis.stances.find(({ id }) => id === correction.claim)
  if (stance === undefined) return noClaim('stance', correction.claim, analysis.stances)
  const corrected = correctedStance(stance, correction, { analysis, reading })
  if (isFault(corrected)) return corrected
  return { ...analysis, stances: analysis.stances.map((each) => (each === stance ? corrected : each)) }
}

function correctedStance(
  stance: Stance,
  correction: StanceCorrection,
  { analysis, reading }: { analysis: Analysis; reading: Reading },
): Stance | Fault {
  switch (correction.field) {
    case 'label':
      return labelled(stance, correction.value)
    case 'voice':
      return { ...stance, voice: correction.value }
    case 'rationale': {
      const { rationale: _, ...rest } = stance
      return correction.value === null ? rest : { ...rest, rationale: tidied(correction.value) }
    }
    case 'target': {
      const { confidence: _, model: __, ...rest } = stance
      return unknownTarget(correction.value, analysis) ?? { ...rest, target: correction.value }
    }
    case 'evidence': {
      const evidence = locatePassages(correction.value, reading, stance.evidence[0]?.start)
      return isFault(evidence) ? evidence : { ...stance, evidence }
    }
  }
}

/** A confidence is that of the label it was measured for, and a model gave that label. What is unstated has neither evidence nor voice nor rationale. */
function labelled(stance: Stance, label: StanceLabel): Stance {
  if (label === stance.label) return stance
  const { id, actor, target } = stance
  if (label === 'unstated') return { id, actor, target, label, evidence: [] }
  const { confidence: _, model: __, ...rest } = stance
  return { ...rest, label }
}
