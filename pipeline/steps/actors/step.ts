import { defineStep } from '../define-step.ts'
import { actorsSections, askActors } from './ask.ts'
import { claimsOfActors, dropOfActors, mendActors, reciteActors, reviewActors } from './claims.ts'
import { extractActors } from './extract.ts'
import { ActorsPart, mergeActors } from './merge.ts'
import { resolveActors } from './resolve.ts'
import { ActorsWire } from './wire.ts'

/** Who acts in the article, and what it is about: the cast that the other steps count by. */
export const actorsStep = defineStep({
  name: 'actors',
  sections: actorsSections,
  wire: ActorsWire,
  answer: ActorsWire,
  part: ActorsPart,
  ask: askActors,
  merge: mergeActors,
  resolve: resolveActors,
  extract: extractActors,
  claims: claimsOfActors,
  drop: dropOfActors,
  recite: reciteActors,
  mend: mendActors,
  review: reviewActors,
})
