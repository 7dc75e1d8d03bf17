import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { decode, tooLarge } from '../archive/formats/format.ts'
import { linesOf } from '../archive/formats/lines.ts'
import { Result } from '../pipeline/schema/analysis.ts'

/** The results of a file that a batch wrote, one in memory at a time. */
export async function* resultsIn(path: string): AsyncIterable<Result> {
  for await (const line of linesIn(path)) yield Result.parse(JSON.parse(line))
}

const Failure = z.object({
  id: z.string(),
  code: z.string(),
  message: z.string(),
  where: z.string().optional(),
  fix: z.string().optional(),
})
export type Failure = z.infer<typeof Failure>

/** The first `most` failures of the file beside the results. */
export async function firstFailures(path: string, most: number): Promise<Failure[]> {
  const failures: Failure[] = []
  for await (const line of linesIn(path)) {
    failures.push(Failure.parse(JSON.parse(line)))
    if (failures.length === most) break
  }
  return failures
}

/** At line feeds only: a text may hold other characters that separate lines. */
async function* linesIn(path: string): AsyncIterable<string> {
  for await (const { number, bytes, tooLong } of linesOf(createReadStream(path))) {
    if (tooLong) throw tooLarge(`${path}, line ${number}`)
    if (bytes.length > 0) yield decode(bytes, path)
  }
}
