import { type Phrases, phrasesOf } from '../phrases.ts'
import { englishCountries } from './en/countries.ts'

/** Names, adjectives and seats of government of the world's countries in one language, each with the country's code. */
export type Countries = {
  names: Phrases<string>
  adjectives: Phrases<string>
  seats: Phrases<string>
}

const TABLES: ReadonlyMap<string, string> = new Map([['en', englishCountries]])
const compiled = new Map<string, Countries>()

/** The countries as a language names them; as English does where there is no list. */
export function countriesOf(language: string): Countries {
  const known = compiled.get(language)
  if (known !== undefined) return known
  const countries = compile(TABLES.get(language) ?? englishCountries)
  compiled.set(language, countries)
  return countries
}

function compile(table: string): Countries {
  const columns: [string, string][][] = [[], [], []]
  for (const line of table.split('\n')) {
    const [code, ...fields] = line.split(';').map((field) => field.trim())
    if (code === undefined || code === '') continue
    for (const [column, field] of fields.entries()) {
      for (const phrase of entriesIn(field)) columns[column]?.push([phrase, code])
    }
  }
  return {
    names: phrasesOf(columns[0] ?? []),
    adjectives: phrasesOf(columns[1] ?? []),
    seats: phrasesOf(columns[2] ?? []),
  }
}

/** "ruso/a/os/as" stands for four forms: what follows a stroke takes the place of as many vowels at the end, or is added. */
function entriesIn(field: string): string[] {
  return field
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
    .flatMap(formsOf)
}

function formsOf(entry: string): string[] {
  const [base = '', ...endings] = entry.split('/')
  const stem = base.replace(/[aeo]$/, '')
  return [base, ...endings.map((ending) => (ending.startsWith('+') ? base + ending.slice(1) : stem + ending))]
}
