import type { Stance } from '../pipeline/schema/analysis.ts'

/** How probable a stance's label was, for a person; nothing where it was not measured. */
export function sureness({ confidence }: Pick<Stance, 'confidence'>): string {
  if (confidence === undefined) return ''
  const percent = `${Math.round(confidence.value * 100)} % sure`
  return confidence.calibrated ? percent : `${percent}, not calibrated`
}
