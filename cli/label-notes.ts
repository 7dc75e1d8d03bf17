import type { Stance } from '../pipeline/schema/analysis.ts'

/**
 * What a person is told of a stance's label: how probable it was, where that was measured, and which model gave it, where it is not
 * the step's own.
 */
export function labelNotes({ label, confidence, model }: Pick<Stance, 'label' | 'confidence' | 'model'>): string[] {
  const sure = label === 'unstated' ? undefined : sureness(confidence)
  return [sure, model && `labelled by ${model}`].filter((note) => note !== undefined)
}

function sureness(confidence: Stance['confidence']): string | undefined {
  if (confidence === undefined) return undefined
  const percent = `${Math.round(confidence.value * 100)} % sure`
  return confidence.calibrated ? percent : `${percent}, not calibrated`
}
