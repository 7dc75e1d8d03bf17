import { type Phrases, phrasesOf } from '../phrases.ts'
import { germanCountries } from './de/countries.ts'
import { englishCountries } from './en/countries.ts'
import { spanishCountries } from './es/countries.ts'
import { frenchCountries } from './fr/countries.ts'
import { portugueseCountries } from './pt/countries.ts'

/** Names, adjectives and seats of government of the world's countries in one language, each with the country's code. */
export type Countries = {
  names: Phrases<string>
  adjectives: Phrases<string>
  seats: Phrases<string>
}

const TABLES: ReadonlyMap<string, string> = new Map([
  ['en', englishCountries],
  ['es', spanishCountries],
  ['fr', frenchCountries],
  ['de', germanCountries],
  ['pt', portugueseCountries],
])
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

/**
 * "ruso/a/os/as" stands for four forms, each ending in place of the last vowel; "belge/+s" adds an ending;
 * "russisch*" has the endings of a German adjective.
 */
function entriesIn(field: string): string[] {
  return field
    .split(',')
    .map((entry) => entry.trim().toLowerCase())
    .filter((entry) => entry !== '')
    .flatMap(formsOf)
}

function formsOf(entry: string): string[] {
  if (entry.endsWith('*')) return ['', 'e', 'en', 'er', 'es', 'em'].map((ending) => entry.slice(0, -1) + ending)
  const [base = '', ...endings] = entry.split('/')
  const stem = base.replace(/[aeo]$/, '')
  return [base, ...endings.map((ending) => (ending.startsWith('+') ? base + ending.slice(1) : stem + ending))]
}
