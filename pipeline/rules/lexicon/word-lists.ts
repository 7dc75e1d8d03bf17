import type { ReactionKind } from '../../schema/analysis.ts'

/**
 * The words that the rules know of one language. Every string holds entries separated by line breaks (phrases) or by
 * white space (single words), in lower case with straight apostrophes.
 */
export type WordLists = {
  language: string
  /** German: a capital letter does not tell a name from a noun. */
  capitalisesNouns: boolean
  /** Spanish: a verb of saying may stand without a subject. */
  dropsSubjects: boolean
  /** "presidente ruso": adjectives stand after their noun. */
  adjectivesFollow: boolean
  /**
   * Reporting verbs by the reaction that they imply; one verb a line, its forms separated by spaces, the lemma first;
   * a regular verb alone is conjugated. `form+particle` is a form whose particle stands later in the clause, `form*` a
   * participle, which reports after an auxiliary only.
   */
  cueVerbs: Readonly<Partial<Record<ReactionKind | 'none', string>>>
  /** Reporting verbs that need a quotation, a clause or a person beside them, as they have other common uses. */
  weakCueVerbs: Readonly<Partial<Record<ReactionKind | 'none', string>>>
  /** Words that together with those after them tell a kind of reaction: `express concern = concern`. One a line. */
  cuePhrases: string
  /** Phrases before a source: "according to". One a line. */
  sourcePhrases: string
  /** Those of them that name a source only where they open a clause: "so der Minister". */
  clauseSources: string
  /** Nouns that hold what somebody said: "in a statement". */
  statementNouns: string
  /** Words that open a reported clause: "that". */
  clauseOpeners: string
  /** Offices and forms of address that stand before a name, one a line; `m:` or `f:` before those that tell the gender. */
  titles: string
  /** Common nouns for one person, by gender where it is told; `person` for either. */
  personNouns: Readonly<Record<'person' | 'man' | 'woman', string>>
  /** Common nouns for several people, and those for one body that acts. */
  groupNouns: string
  bodyNouns: string
  /** Bodies that speak for their country when it is named before them: ministry, government, embassy. */
  countryVoices: string
  /** What only a country has: "government", "ambassador". They prove an unknown name to be one. */
  stateNouns: string
  /** Common nouns for a country: "nation". */
  stateWords: string
  /** Those that prove a name to be a country's: "Cadmar, a landlocked country". */
  nationWords: string
  /** Verbs whose object is who is spoken to, so a noun after them is no subject: "told". */
  addresseeVerbs: string
  /** Titles that are no office: "mr". */
  formsOfAddress: string
  /** Nouns that can mean any company, and words in the name of a body that is none. */
  companyNouns: string
  publicWords: string
  /** "spokesman": whoever it is speaks for another. */
  spokesWords: string
  /** Words that make a run of capitals the name of a body or of a place. */
  organizationWords: string
  placeWords: string
  /** Places of a country that are not countries, and cities that news names often. One a line. */
  places: string
  /** Seats that stand for a government, `name = country code`. One a line. */
  metonyms: string
  parties: string
  /** Peoples and believers that are no nation: "Kurds", "Muslims". */
  peoples: string
  /** What is read, not who speaks: "report". And nouns of time, which no verb has as its speaker. */
  documentNouns: string
  timeNouns: string
  daysAndMonths: string
  /** Names of things that are neither people nor bodies: languages, religions, holidays, wars, awards. One a line. */
  notActors: string
  pronouns: Readonly<Record<'he' | 'she' | 'they' | 'it' | 'who', string>>
  determiners: string
  /** Forms of the article that no subject has: "al", "dem". */
  obliques: string
  /** "no" in "no minister said so". */
  /** Verb forms that tell what somebody else says, without a verb of saying: „Das sei falsch.“ */
  reportedMood: string
  /** Words that join somebody to what he is called: "described it as", "sprach von". */
  namers: string
  negators: string
  /** What follows "asked" where somebody was asked: "about". Empty where the verb has a passive of its own. */
  askedAbout: string
  /** Nouns for people that are adjectives before another word: "general counsel". */
  adjectivalNouns: string
  /** What only a person has: "wife", "supporters", "presidency". */
  personalNouns: string
  /** Prepositions before places and things more than before people: "at". */
  thingPrepositions: string
  /** Nouns for those on two sides, whoever they are. */
  sideWords: string
  /** The determiners that point to something known: "the". */
  definite: string
  possessives: string
  prepositions: string
  placePrepositions: string
  auxiliaries: string
  /** The auxiliaries that make a participle passive: "was called". */
  passives: string
  adverbs: string
  conjunctions: string
  /** Stands before a title: "former". */
  roleAdjectives: string
  /** Joins two subjects: "and". */
  jointWords: string
  /** What "of" may follow without being the subject: "percent of voters". */
  quantities: string
  /** Before a verb it makes an infinitive: "to". */
  infinitiveMarks: string
  /** A preposition before a reporting participle: "while saying", "after accusing". */
  gerundPrepositions: string
  /** Relative words beside the pronouns: "which". */
  relatives: string
  particles: string
  /** Joins the parts of a name: "of". */
  links: string
  /** Joins a noun to whose it is: "a spokesman for", "the head of", "an aide to". */
  ownerLinks: string
  /** Those after which a common noun belongs to the phrase as well: "of". */
  commonLinks: string
  /** Words that open sentences with a capital and are not names; those of `openers` are never part of one either. */
  commonWords: string
  openers: string
  /** "both", "the two": with a plural noun they stand for the last names. */
  pairWords: string
}
