import type { Polarity, ReactionKind } from './analysis.ts'

/** Root codes of PLOVER that a reaction can have; the others (MOBILIZE, ASSAULT …) tell deeds that a kind of ours does not name. */
export type PloverCode = 'SUPPORT' | 'CONSULT' | 'AID' | 'REQUEST' | 'ACCUSE' | 'REJECT' | 'THREATEN' | 'SANCTION'

/** 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict. */
export type QuadClass = 1 | 2 | 3 | 4

const OF_KIND: Readonly<Record<Exclude<ReactionKind, 'measure'>, { code: PloverCode; quad: QuadClass }>> = {
  praise: { code: 'SUPPORT', quad: 1 },
  support: { code: 'SUPPORT', quad: 1 },
  concern: { code: 'ACCUSE', quad: 3 },
  criticism: { code: 'ACCUSE', quad: 3 },
  rejection: { code: 'REJECT', quad: 3 },
  threat: { code: 'THREATEN', quad: 3 },
  appeal: { code: 'REQUEST', quad: 3 },
  denial: { code: 'REJECT', quad: 3 },
  other: { code: 'CONSULT', quad: 1 },
}

/**
 * The event type of a reaction, and its quad class as CAMEO and PLOVER sort events. What only speaks counts as verbal cooperation
 * ("consult"); a measure is material, by its polarity.
 * @see Open Event Data Alliance, PLOVER codebook; Schrodt 2012, CAMEO codebook
 */
export function ploverOf({ kind, polarity }: { kind: ReactionKind; polarity: Polarity }): {
  code: PloverCode
  quad: QuadClass
} {
  if (kind !== 'measure') return OF_KIND[kind]
  return polarity === 'negative' ? { code: 'SANCTION', quad: 4 } : { code: 'AID', quad: 2 }
}
