import type { Lexicon } from './lexicon.ts'

const nothing: ReadonlySet<string> = new Set()

/** For a language without word lists: digits and capitals are all that is known. */
export const none: Lexicon = {
  decimal: '.',
  cardinals: {},
  scales: {},
  shortScales: {},
  ordinals: {},
  fractions: {},
  vague: {},
  joiner: '',
  joinsFrom: Number.POSITIVE_INFINITY,
  ordinalSuffixes: nothing,
  months: {},
  shortMonths: {},
  weekdays: {},
  percent: nothing,
  currencies: {},
  durations: {},
  functionWords: nothing,
  ordinaryWords: nothing,
  ordinaryEndings: [],
  nameLeaders: nothing,
  titles: nothing,
  singularVerbs: nothing,
  negators: nothing,
  refusals: nothing,
  passives: nothing,
  agents: nothing,
  pronouns: nothing,
  pro: nothing,
  con: nothing,
  people: nothing,
  suffixes: [],
  taskPhrases: [],
}
