import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
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

async function* linesIn(path: string): AsyncIterable<string> {
  const input = createReadStream(path)
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line !== '') yield line
    }
  } finally {
    input.destroy()
  }
}
