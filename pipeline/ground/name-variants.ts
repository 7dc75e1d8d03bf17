/** Names that stand for one another: country, its short forms and its people. Folded; several words with blanks between. */
const GROUPS: readonly (readonly string[])[] = [
  [
    'us',
    'usa',
    'united states',
    'united states of america',
    'america',
    'american',
    'americans',
    'estados unidos',
    'eeuu',
    'etats-unis',
    'vereinigte staaten',
    'vereinigten staaten',
    'amerika',
  ],
  [
    'uk',
    'united kingdom',
    'britain',
    'great britain',
    'british',
    'briton',
    'britons',
    'reino unido',
    'royaume-uni',
    'vereinigtes konigreich',
    'vereinigten konigreich',
    'grossbritannien',
  ],
  [
    'eu',
    'european union',
    'union europea',
    'union europeenne',
    'europaische union',
    'europaischen union',
    'uniao europeia',
    'ue',
  ],
  [
    'un',
    'united nations',
    'naciones unidas',
    'nations unies',
    'vereinte nationen',
    'vereinten nationen',
    'nacoes unidas',
    'onu',
  ],
  ['france', 'french', 'frenchman', 'frenchwoman'],
  ['spain', 'spanish', 'spaniard', 'spaniards'],
  ['netherlands', 'dutch', 'holland'],
  ['wales', 'welsh', 'welshman'],
  ['greece', 'greek', 'greeks'],
  ['denmark', 'danish', 'dane', 'danes'],
  ['poland', 'polish', 'pole', 'poles'],
  ['switzerland', 'swiss'],
  ['norway', 'norwegian', 'norwegians'],
  ['philippines', 'philippine', 'filipino', 'filipinos'],
  ['thailand', 'thai', 'thais'],
  ['ireland', 'irish'],
  ['england', 'english', 'englishman'],
  ['scotland', 'scottish', 'scots', 'scot'],
  ['finland', 'finnish', 'finn', 'finns'],
  ['iceland', 'icelandic'],
  ['sweden', 'swedish', 'swede', 'swedes'],
  ['turkey', 'turkiye', 'turkish', 'turk', 'turks'],
  ['germany', 'german', 'germans'],
  ['afghanistan', 'afghan', 'afghans'],
  ['uae', 'united arab emirates', 'emirati'],
  ['north korea', 'dprk', 'north korean', 'north koreans'],
  ['south korea', 'south korean', 'south koreans'],
  ['palestine', 'palestinian', 'palestinians'],
  ['china', 'chinese'],
  ['new zealand', 'new zealander', 'new zealanders', 'kiwi'],
  ['francia', 'frances', 'francesa', 'franceses'],
  ['alemania', 'aleman', 'alemana', 'alemanes'],
  ['allemagne', 'allemand', 'allemande', 'allemands'],
  ['frankreich', 'franzosisch', 'franzosische', 'franzosischen', 'franzose', 'franzosen'],
]
const LONGEST = 4

const groupOf = new Map<string, readonly string[]>(
  GROUPS.flatMap((group) => group.map((name) => [name, group] as const)),
)

/**
 * The known name that starts at word `at`, with the other names of its group.
 * `words` are folded; a name of several words is preferred.
 */
export function knownNameAt(
  words: readonly string[],
  at: number,
): { length: number; others: readonly string[] } | undefined {
  for (let length = LONGEST; length > 0; length--) {
    const others = at + length <= words.length ? groupOf.get(words.slice(at, at + length).join(' ')) : undefined
    if (others) return { length, others }
  }
  return undefined
}

const ENDINGS = new Set([
  '',
  'a',
  'as',
  'n',
  'an',
  'ans',
  'ian',
  'ians',
  'ean',
  'eans',
  'ish',
  'ese',
  'i',
  'is',
  'y',
  'ia',
  'e',
  'en',
  'ain',
  'ine',
  'vian',
  'vians',
  'o',
  'os',
  'ano',
  'ana',
  'anos',
  'anas',
  'es',
  'esa',
  'eses',
  'esas',
  'ense',
  'enses',
  'ien',
  'ienne',
  'iens',
  'ais',
  'aise',
  'ois',
  'oise',
  'er',
  'ern',
  'isch',
  'ische',
  'ischen',
  'ischer',
  'isches',
  'ischem',
  'land',
  'lands',
  's',
  'ens',
  'in',
  'innen',
  'ar',
  'ari',
  'stan',
  'iano',
  'iana',
  'ianos',
  'ianas',
])
const SHORTEST_ROOT = 4

/** Whether two folded words differ only in what makes a people of a place, or a plural ("russia", "russian"). */
export function areOfOneRoot(a: string, b: string): boolean {
  let root = 0
  while (root < a.length && a[root] === b[root]) root += 1
  // The root may end earlier than where they part: "ukrain-e", "ukrain-ian"; "ital-y", "ital-ian".
  for (let length = root; length >= SHORTEST_ROOT && length >= root - 1; length--) {
    if (ENDINGS.has(a.slice(length)) && ENDINGS.has(b.slice(length))) return true
  }
  return false
}
