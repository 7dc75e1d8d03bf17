import { defineStep } from '../define-step.ts'
import { askReactions, reactionsSections } from './ask.ts'
import { claimsOfReactions, dropOfReactions, mendReactions, reciteReactions, reviewReactions } from './claims.ts'
import { extractReactions } from './extract.ts'
import { mergeReactions } from './merge.ts'
import { resolveReactions } from './resolve.ts'
import { ReactionsWire } from './wire.ts'

/** Who said or did what about it, quotations first. */
export const reactionsStep = defineStep({
  name: 'reactions',
  sections: reactionsSections,
  wire: ReactionsWire,
  part: ReactionsWire,
  ask: askReactions,
  merge: mergeReactions,
  resolve: resolveReactions,
  extract: extractReactions,
  claims: claimsOfReactions,
  drop: dropOfReactions,
  recite: reciteReactions,
  mend: mendReactions,
  review: reviewReactions,
})
