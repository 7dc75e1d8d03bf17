import type { Actor, ActorId } from '../schema/analysis.ts'
import type { Cast } from '../schema/contracts.ts'
import { type ActorPlaces, placesOfActor } from './actor-places.ts'
import type { ArticleIndex } from './parsed-text.ts'

/** The actors of a cast in the article; what is looked up once is kept. */
export type People = {
  article(): ArticleIndex
  /** undefined where the cast has no such actor: then there is nobody to hold a claim against. */
  actor(id: ActorId): Actor | undefined
  places(actor: Actor): ActorPlaces
}

export function peopleOf(cast: Cast | undefined, article: () => ArticleIndex): People {
  const actors = new Map(cast?.actors.map((actor) => [actor.id, actor]))
  const known = new Map<ActorId, ActorPlaces>()
  return {
    article,
    actor: (id) => actors.get(id),
    places(actor) {
      let places = known.get(actor.id)
      if (places === undefined) {
        places = placesOfActor(actor, article())
        known.set(actor.id, places)
      }
      return places
    },
  }
}
