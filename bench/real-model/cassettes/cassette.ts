import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { Dialect } from '../../../pipeline/schema/recipe.ts'

const CASSETTES_FOLDER = resolve(import.meta.dirname, '../../../test/cassettes')

/** What stands on a cassette, for a person who opens the file, and for whoever plays it again. */
export const CassetteLabel = z.strictObject({
  about: z.string(),
  shows: z.array(z.string()).describe('What the model does here, as the tests tell it'),
  model: z.string().describe('The name that it was asked by'),
  weights: z.string(),
  server: z.string(),
  recorded: z.iso.date(),
  mode: z.enum(['guided', 'chain']),
  article: z.string().describe('Id of the gold article'),
  contentHash: z.string(),
  dialect: Dialect,
  contextTokens: z.int().positive(),
})
export type CassetteLabel = z.infer<typeof CassetteLabel>

const CassetteAnswer = z.strictObject({
  question: z.string().describe('Step and key of the question, "stances/a2 i1"'),
  attempt: z.int().positive().describe('2: asked once more, since the first answer was of no use'),
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  ms: z.number(),
})
export type CassetteAnswer = z.infer<typeof CassetteAnswer>

/** The answers of one model to all questions about one article in one mode. */
export const Cassette = z.strictObject({ label: CassetteLabel, answers: z.array(CassetteAnswer) })
export type Cassette = z.infer<typeof Cassette>

/** What every cassette says of itself. */
export const ABOUT =
  'Real answers of a real model, recorded and not edited, except that of the log probabilities only the token of the label keeps its alternatives, with their ids and bytes. An answer is found by step and key of its question and by the attempt, not by the words of the request: under a changed prompt the old answer is played, a new question has none. bench/real-model/record.ts makes the file anew.'

/** All that there are, by file name. */
export async function readCassettes(): Promise<Cassette[]> {
  const files = (await readdir(CASSETTES_FOLDER)).filter((file) => file.endsWith('.json')).sort()
  return Promise.all(
    files.map(async (file) => Cassette.parse(JSON.parse(await readFile(join(CASSETTES_FOLDER, file), 'utf8')))),
  )
}

/** One answer a line, so that a change shows which answers it changes. */
export async function writeCassette({ label, answers }: Cassette): Promise<string> {
  const path = join(CASSETTES_FOLDER, `${label.model}.${label.mode}.${label.article}.json`)
  const lines = answers.map((answer) => `    ${JSON.stringify(answer)}`)
  const head = JSON.stringify(label, null, 2).replaceAll('\n', '\n  ')
  await writeFile(path, `{\n  "label": ${head},\n  "answers": [\n${lines.join(',\n')}\n  ]\n}\n`)
  return path
}
