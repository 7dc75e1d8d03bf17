/** What grounding knows of a language. Words are folded as `foldWord` folds them: lower case, no diacritics. */
export type LanguageWords = {
  /** What stands between whole numbers and tenths; the other of `.` and `,` groups thousands. */
  decimal: '.' | ','
  /** Number words below a thousand, by value; a scale multiplies what stands before it. */
  cardinals: Readonly<Record<string, number>>
  scales: Readonly<Record<string, number>>
  /** Scales glued to digits or short for one ("5m", "3 bn"). */
  shortScales: Readonly<Record<string, number>>
  ordinals: Readonly<Record<string, number>>
  fractions: Readonly<Record<string, number>>
  /** Uncertain amounts ("thousands of"): at least this many, and less than the next. */
  vague: Readonly<Record<string, number>>
  /** The word that joins parts of a number ("a hundred and five"), and from which value on it does. */
  joiner: string
  joinsFrom: number
  ordinalSuffixes: ReadonlySet<string>
  months: Readonly<Record<string, number>>
  /** Months as they are cut short, and those that are also other words: a month only beside a day or a year. */
  shortMonths: Readonly<Record<string, number>>
  weekdays: Readonly<Record<string, number>>
  /** Words for percent, several words joined by a blank. */
  percent: ReadonlySet<string>
  currencies: Readonly<Record<string, string>>
  durations: Readonly<Record<string, string>>
  /** Words with little meaning of their own. */
  functionWords: ReadonlySet<string>
  /** Words that start sentences (or stand in a headline) and are no names. */
  ordinaryWords: ReadonlySet<string>
  /** Endings of words that are no names. */
  ordinaryEndings: readonly string[]
  /** What a name may follow where all nouns are capitalised; empty where capitals alone tell a name. */
  nameLeaders: ReadonlySet<string>
  /** Titles and offices that stand before a name, where all nouns are capitalised. */
  titles: ReadonlySet<string>
  /** Auxiliaries and reporting verbs in the singular: what stands right before one at the start is a name or a mass. */
  singularVerbs: ReadonlySet<string>
  /** What negates a verb; words that negate nouns are left out. */
  negators: ReadonlySet<string>
  /** What else may turn the sense of a sentence ("no", "without", "unlikely"). */
  softNegators: ReadonlySet<string>
  /** The negation may follow its verb ("n'approuve pas", "billigt nicht"). */
  negatesAfter: boolean
  /** Verbs that deny the verb after them ("refused to sign"). */
  refusals: ReadonlySet<string>
  /** Forms of the verb that makes a passive, and what names its agent. */
  passives: ReadonlySet<string>
  agents: ReadonlySet<string>
  pronouns: ReadonlySet<string>
  /** Stems of verbs for and against. */
  pro: ReadonlySet<string>
  con: ReadonlySet<string>
  /** Nouns that any number of persons has. */
  people: ReadonlySet<string>
  /** Suffixes to cut for a stem, longest first. */
  suffixes: readonly string[]
  /** How a model speaks of its task instead of the news. */
  taskPhrases: readonly string[]
}
