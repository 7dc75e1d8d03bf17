import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/**
 * The floors of the house, lowest first (docs/architecture.md). The longest prefix decides. A file imports only from its own
 * room or from a lower floor; rooms of one floor do not know each other unless `neighbours` says so.
 */
const floors: readonly [prefix: string, floor: number][] = [
  ['pipeline/schema/', 1],
  ['pipeline/text/', 2],
  ['prompts/', 2],
  ['pipeline/rules/', 3],
  ['pipeline/steps/', 4],
  ['pipeline/ground/', 4],
  ['pipeline/', 5],
  ['pipeline/engines/', 5],
  ['pipeline/review/', 5],
  ['pipeline/traces/', 5],
  ['archive/', 5],
  ['workers/', 6],
  ['api/', 7],
  ['evals/', 7],
  ['cli/', 8],
  ['bench/', 8],
  ['client/', 9],
  ['page/', 9],
  ['index.ts', 8],
]
/** The chain counts tokens as the engines do; both are traced. */
const neighbours: readonly [from: string, to: string][] = [
  ['pipeline/', 'pipeline/engines/'],
  ['pipeline/', 'pipeline/traces/'],
  ['pipeline/engines/', 'pipeline/traces/'],
]

describe('the floors of the house', () => {
  const files = sourceFiles()

  it('sees the whole house', () => {
    expect(files.length).toBeGreaterThan(80)
    expect(files.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  it('lets a file import only from its own room and from lower floors', () => {
    const climbs = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !mayImport(file, target))
        .map((target) => `${file} → ${target}`),
    )
    expect(climbs).toEqual([])
  })

  it('names every import by its file', () => {
    const vague = files.flatMap((file) =>
      specifiersOf(file)
        .filter((name) => name.startsWith('.') && !/\.(tsx?|json)$/.test(name))
        .map((name) => `${file}: ${name}`),
    )
    expect(vague).toEqual([])
  })

  it('lets the page know the rest of the house by its shapes alone, which leave no trace in it', () => {
    const known = files
      .filter((file) => file.startsWith('page/'))
      .flatMap((file) => readFileSync(join(root, file), 'utf8').match(/^.*from '\.\.\/.*$/gm) ?? [])
    expect(known.length).toBeGreaterThan(0)
    const other = known.filter((line) => !/^import type .* from '\.\.\/(pipeline\/schema|api\/shapes)\b/.test(line))
    expect(other).toEqual([])
  })
})

function mayImport(file: string, target: string): boolean {
  const from = roomOf(file)
  const to = roomOf(target)
  if (from === undefined || to === undefined) return false
  if (from.prefix === to.prefix || to.floor < from.floor) return true
  return neighbours.some(([a, b]) => a === from.prefix && b === to.prefix)
}

function roomOf(file: string): { prefix: string; floor: number } | undefined {
  const match = floors.filter(([prefix]) => file.startsWith(prefix)).sort(([a], [b]) => b.length - a.length)[0]
  return match && { prefix: match[0], floor: match[1] }
}

function importsOf(file: string): string[] {
  return specifiersOf(file)
    .filter((name) => name.startsWith('.'))
    .map((name) =>
      relative(root, resolve(root, dirname(file), name))
        .split('\\')
        .join('/'),
    )
}

function specifiersOf(file: string): string[] {
  const source = readFileSync(join(root, file), 'utf8')
  const found = source.matchAll(
    /(?:^|\n)\s*(?:import|export)[^'"`;]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g,
  )
  return [...found].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** Product code: tests, suites, fakes and the test journeys may look into every room. */
function sourceFiles(): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split('\\').join('/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('node_modules/') && !file.startsWith('.'))
    .filter((file) => !/\.(test|fake|config)\.ts$|-suite\.ts$/.test(file) && !file.startsWith('test/'))
    .filter((file) => !file.includes('node_modules/'))
}
