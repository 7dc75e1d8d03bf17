import type { Analysis, Reaction } from '../pipeline/schema/analysis.ts'
import { namesIn } from './claims.ts'
import { Line } from './lighting.tsx'
import { reactionKind, reactionWords } from './reaction-words.ts'

export function Reactions({ analysis }: { analysis: Analysis }) {
  const nameOf = namesIn(analysis)
  return (
    <section aria-labelledby="reactions">
      <h2 id="reactions">Reactions</h2>
      {analysis.reactions.length === 0 && <p class="quiet">The article tells of none.</p>}
      <ul class="reactions">
        {analysis.reactions.map((reaction) => (
          <li key={reaction.id}>
            <ReactionLine reaction={reaction} nameOf={nameOf} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function ReactionLine({ reaction, nameOf }: { reaction: Reaction; nameOf: (id: string) => string }) {
  const { words, isQuote } = reactionWords(reaction)
  const { id, actor, polarity, target, content } = reaction
  return (
    <Line id={id} class={`reaction ${polarity}`}>
      <span class="reaction-head">
        <b>
          <bdi>{nameOf(actor)}</bdi>
        </b>{' '}
        <span class="kind" lang="en">
          {reactionKind(reaction)}
        </span>
        {target?.startsWith('a') && (
          <span class="quiet" lang="en">
            {' '}
            towards <bdi>{nameOf(target)}</bdi>
          </span>
        )}
      </span>
      {isQuote && !isSaidBy(content, words) && <span class="content">{content}</span>}
      {isQuote ? <q>{words}</q> : <span class="content">{words}</span>}
    </Line>
  )
}

/** Where no model wrote, the content is a span around the quotation, and would only say it twice. */
function isSaidBy(content: string, words: string): boolean {
  return content.includes(words) || words.includes(content)
}
