import type { ReactionKind } from '../../schema/analysis.ts'

/** How an attitude shows: spoken words, a deed, or a state that somebody ascribes to the holder. */
export type Manner = 'speech' | 'deed' | 'state'

/**
 * Words that show somebody for or against something. `words` holds one entry a line: forms separated by spaces, and after
 * `>` the words that must follow ("lash lashed > out at"). `target` tells how the target is attached: `object`, `matter` (it need
 * not be named: "dissented"), `agent` (only in the passive, with the one who does it), `punished` (only where what is asked for is against it), `caused` (only as what somebody wants done: "wants it stopped"), or the prepositions that lead to it, separated by spaces; a tail that ends in a preposition has its target right after it.
 */
export type CueGroup = {
  polarity: 'positive' | 'negative'
  /** 0..1 */
  strength: number
  manner: Manner
  kind: ReactionKind
  target: string
  words: string
}

/** What the polarity rules know of one language. Lower case, straight apostrophes; words separated by white space. */
export type PolarityLists = {
  language: string
  /** The object may stand between an auxiliary and the verb: "hat den Plan kritisiert". */
  objectBefore: boolean
  /** Holder: the subject. In the passive the target is the subject and the holder follows `agents`. */
  verbs: readonly CueGroup[]
  /** Holder: the possessor, or the subject of the verb that carries the noun ("voiced support for"). */
  nouns: readonly CueGroup[]
  /** Nouns that name the holder himself: "critic of". */
  holders: readonly CueGroup[]
  adjectives: readonly CueGroup[]
  /** Words that judge what they are said of, mostly within a quotation: "disgrace", "historic". */
  praising: string
  damning: string
  /** Nouns that turn an appeal against somebody: "called for his resignation". */
  punishments: string
  /** Nouns whose `of` names a victim, not somebody who is judged: "the killing of". */
  harms: string
  negations: string
  /** Auxiliaries of what was past when something else already was: "had opposed". */
  pluperfects: string
  /** Phrases that set a time before, one a line: "until", "last year". */
  earlier: string
  /** Verbs for what one may or must, which is no deed of one's own. */
  permissions: string
  /** Phrases before a verb that tell what may or must be done, one a line: "has to". */
  possibilities: string
  /** Words after those that make it no such thing: "must not". */
  possibilityBreaks: string
  /** Verbs and nouns before a cue that take it back: "refused to back", "withdrew its support". */
  reversals: string
  /** Verbs before an infinitive with the same subject: "agreed to back". */
  controls: string
  /** Prepositions before an object that is a person. */
  objectMarkers: string
  be: string
  auxiliaries: string
  /** What makes a cue less than a fact: "would", "if". */
  hedges: string
  /** Words before the subject of a question told: "whether". */
  doubts: string
  /** Verbs of having something done: "wants the law repealed". */
  causes: string
  agents: string
  /** Prepositions before whom a noun of attitude comes from: "criticism from". */
  sources: string
  /** Verbs whose subject receives what the noun says: "drew criticism from". */
  receivers: string
  /** Verbs that give a name to something: "called it a disgrace". */
  namings: string
  relatives: string
  firstPerson: string
  determiners: string
  possessives: string
  prepositions: string
  /** Prepositions that stay inside what a cue governs: "the cooperation between". */
  inner: string
  conjunctions: string
  clauseOpeners: string
  /** Nouns that speak for the name before them: "the Trump campaign", "Russian officials". */
  voices: string
  /** Endings of a participle that goes on with the subject of the sentence: "criticizing". */
  participleEndings: string
  /** Endings that tell a verb. */
  verbEndings: string
  /** Endings of adverbs. */
  adverbEndings: string
  adverbs: string
  /** Words that point back to what was told before: "this", "the move". */
  pointers: string
  /**
   * Nouns and verbs for events and decisions, one family a line: "the pact" means the matter of an article about a treaty, but
   * not of one about a strike. Those of the first line ("the move") mean any.
   */
  matters: string
  /** Phrases of spoken words that tell the kind of a reaction, one a line. */
  sayings: Readonly<Partial<Record<ReactionKind, string>>>
  /** Verbs that ask somebody to act: "urged Congress to block". */
  appeals: string
  /** Phrases of somebody who takes no side, one a line. */
  abstentions: string
  /** Phrases in somebody's own words for what he speaks of, one a line: "long overdue". */
  approvals: string
  /** The same against it: "we will appeal". */
  disapprovals: string
  /** Words before a noun that make it another one than was spoken of: "a similar deal". */
  distinct: string
  /** Words of blame that are as often only what is spoken about: "the crisis". */
  circumstances: string
  /** Articles before what was not spoken of yet. */
  indefinites: string
  /** Last words of the names of newspapers and the like, which pass on what others hold. */
  outlets: string
  /** Pronouns that, left open, mean whoever is told to have spoken. */
  openPronouns: string
  /** Words of offices that speak for the body they belong to: "spokesman", "chief executive". */
  offices: string
  /** Verbs of speech that are acts: "ruled", "ordered". */
  performatives: string
  /** Nouns for what somebody does, so that it is his: "the mayor's plan". */
  undertakings: string
}

/** The lists of the phrases that speakers use, kept in a file of their own. */
export type PhraseLists = Pick<
  PolarityLists,
  | 'approvals'
  | 'disapprovals'
  | 'distinct'
  | 'circumstances'
  | 'indefinites'
  | 'outlets'
  | 'openPronouns'
  | 'offices'
  | 'performatives'
  | 'undertakings'
>
