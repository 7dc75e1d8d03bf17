import { defineStep } from '../define-step.ts'
import { askReactions, reactionsSections } from './ask.ts'
import { claimsOfReactions, dropOfReactions, mendReactions, reciteReactions, reviewReactions } from './claims.ts'
import { extractReactions } from './extract.ts'
import { guidedReactions } from './guided.ts'
import { mergeReactions } from './merge.ts'
import { resolveReactions } from './resolve.ts'
import { ReactionsWire } from './wire.ts'

/** Who said or did what about it, quotations first. */
export const reactionsStep = defineStep({
  name: 'reactions',
  sections: reactionsSections,
  wire: ReactionsWire,
  answer: ReactionsWire,
  part: ReactionsWire,
  ask: askReactions,
  merge: mergeReactions,
  resolve: resolveReactions,
  extract: extractReactions,
  guided: guidedReactions,
  claims: claimsOfReactions,
  drop: dropOfReactions,
  recite: reciteReactions,
  mend: mendReactions,
  review: reviewReactions,
})
