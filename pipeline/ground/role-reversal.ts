import { type CheckedText, sentencesNamed } from './checked-text.ts'
import { citedTokens } from './clauses.ts'
import type { ArticleIndex } from './parsed-text.ts'
import type { Token } from './tokens.ts'

const BETWEEN = 4

/**
 * Who did it to whom: "A accused B" where the cited sentences have only "B accused A". Looks at two names around the same
 * verb within one clause, active or passive; whatever is less plain is left alone.
 */
export function checkRoles({ tokens, cited }: CheckedText, article: ArticleIndex): string[] {
  const claimed = deeds(tokens, article)
  if (claimed.length === 0 || cited.length === 0) return []
  const found = deeds(citedTokens(cited, article), article)
  for (const { doer, verb, done } of claimed) {
    const same = found.filter((deed) => deed.verb === verb)
    if (same.some((deed) => deed.doer === doer && deed.done === done)) continue
    const reversed = same.find((deed) => deed.doer === done && deed.done === doer)
    if (reversed) {
      const who = `${reversed.names[0]} ${reversed.word} ${reversed.names[1]}`
      return [`${sentencesNamed(cited)} ${cited.length > 1 ? 'have' : 'has'} it the other way round: ${who}.`]
    }
  }
  return []
}

type Deed = { doer: string; verb: string; done: string; word: string; names: readonly [string, string] }

/** Name, verb, name within a few words of each other; at a passive they change places. */
function deeds(tokens: readonly Token[], article: ArticleIndex): Deed[] {
  const { lexicon, stem } = article
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'word' || token.capital || token.fold.length < 4 || lexicon.functionWords.has(token.fold))
      return []
    const left = nameBefore(tokens, at, article)
    const right = nameAfter(tokens, at, article)
    if (left === undefined || right === undefined || left.token.fold === right.token.fold) return []
    const isPassive = lexicon.passives.has(tokens[at - 1]?.fold ?? '')
    if (isPassive !== lexicon.agents.has(tokens[at + 1]?.fold ?? '')) return []
    const [doer, done] = isPassive ? [right.token, left.token] : [left.token, right.token]
    return [
      {
        doer: doer.fold,
        verb: stem(token.fold),
        done: done.fold,
        word: token.text,
        names: [doer.text, done.text] as const,
      },
    ]
  })
}

type Found = { token: Token } | undefined

/** The last word of a name just before the verb, with nothing but auxiliaries and adverbs between. */
function nameBefore(tokens: readonly Token[], at: number, { lexicon }: ArticleIndex): Found {
  for (let back = 1; back <= BETWEEN; back++) {
    const token = tokens[at - back]
    if (token === undefined || token.kind !== 'word') return undefined
    if (token.capital) return lexicon.functionWords.has(token.fold) ? undefined : { token }
    if (!lexicon.functionWords.has(token.fold) && !token.fold.endsWith('ly')) return undefined
  }
  return undefined
}

/** The last word of the name that follows the verb. */
function nameAfter(tokens: readonly Token[], at: number, { lexicon }: ArticleIndex): Found {
  for (let ahead = 1; ahead <= BETWEEN; ahead++) {
    const token = tokens[at + ahead]
    if (token === undefined || token.kind !== 'word') return undefined
    if (token.capital) {
      let last = at + ahead
      while (tokens[last + 1]?.capital) last += 1
      const name = tokens[last]
      return name && !lexicon.functionWords.has(name.fold) ? { token: name } : undefined
    }
    if (!lexicon.agents.has(token.fold) && !/^(?:the|el|la|los|le|les|den|die|o|a)$/.test(token.fold)) return undefined
  }
  return undefined
}
