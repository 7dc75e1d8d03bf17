// How long the longest article that is allowed keeps this process from doing anything else, such as renewing the locks of its jobs:
// the sample articles after one another, and hostile texts.    node bench/longest-block.ts
import { setTimeout as sleep } from 'node:timers/promises'
import { analyse } from '../pipeline/analyse.ts'
import { read } from '../pipeline/rules/read.ts'
import { MAX_ARTICLE_CHARACTERS, toArticle } from '../pipeline/text/article.ts'
import { readConfig } from '../workers/config.ts'
import { openEngines } from '../workers/engines.ts'
import { recipeOf } from '../workers/recipe-of.ts'
import { articlesOf } from './sample-articles.ts'

const config = readConfig({})
const engines = openEngines(config)
const recipe = await recipeOf({ engine: 'extractive' }, { config, engines })
const samples = (await articlesOf(1)).filter(({ language }) => language === 'en').map(({ text }) => text)
const texts: Record<string, (index: number) => string> = {
  'sample articles': (index) => `${samples[index % samples.length]}\n\n`,
  'quotation marks': (index) => `“Said ${index} “and `,
  names: (index) => `Ada${index} Quill${index} of Arlen${index} met `,
  cues: (index) => `Ida Brook said Omar Feld denied that she had said so ${index}. `,
  'one sentence': (index) => `word${index}, and `,
}
const rows: Record<string, Record<string, string>> = {}
for (const [name, piece] of Object.entries(texts)) {
  try {
    rows[name] = await measured(filled(piece))
  } catch (error) {
    rows[name] = { refused: error instanceof Error ? error.message : String(error) }
  }
}
console.table(rows)

function filled(piece: (index: number) => string): string {
  const pieces: string[] = []
  for (let index = 0, length = 0; length < MAX_ARTICLE_CHARACTERS; index++)
    length += pieces[pieces.push(piece(index)) - 1]?.length ?? 0
  return pieces.join('').slice(0, MAX_ARTICLE_CHARACTERS)
}

async function measured(text: string): Promise<Record<string, string>> {
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last)
    last = now
  }, 5)
  const started = performance.now()
  const reading = read(toArticle({ id: 'long', text, language: 'en' }))
  const readMs = performance.now() - started
  await analyse(reading, recipe, { engineFor: engines.engineFor(recipe) })
  const allMs = performance.now() - started
  await sleep(20)
  clearInterval(timer)
  const seconds = (ms: number) => (ms / 1000).toFixed(1)
  return { 'read s': seconds(readMs), 'read and analyse s': seconds(allMs), 'longest block s': seconds(longest) }
}
