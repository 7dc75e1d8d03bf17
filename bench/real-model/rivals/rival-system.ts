import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { System } from '../../../evals/systems/system.ts'
import type { Reading } from '../../../pipeline/schema/reading.ts'
import { type RivalCounters, sumOf } from './counters.ts'
import { type Mapped, mapRival, type Rival } from './map-rival.ts'

/** A line of what `run_docetl.py` or `run_langextract.py` writes. */
const RivalRun = z.object({
  id: z.string(),
  model: z.string(),
  version: z.string(),
  seconds: z.number().nonnegative(),
  calls: z.int().nonnegative().default(0),
  tokensIn: z.int().nonnegative().default(0),
  tokensOut: z.int().nonnegative().default(0),
  raw: z.unknown(),
  error: z.string().nullish(),
})
type RivalRun = z.infer<typeof RivalRun>

// Nobody asked the rivals for these.
const NOT_ASKED = new Set(['stance-voice', 'stance-pairs-f1', 'stance-calibration-error', 'reaction-cue', 'cost-usd'])

/**
 * A rival whose answers stand in a file, to be scored like any other system. An article that it lost is an empty analysis.
 * @throws Error naming an article that the file does not have: the rival was not run on it
 */
export async function rivalSystem(rival: Rival, file: string): Promise<System> {
  const runs = await readRivalRuns(file)
  return {
    name: rival === 'docetl' ? 'DocETL' : 'LangExtract',
    tries: (metric) => !NOT_ASKED.has(metric),
    async analyse(reading) {
      const { analysis, run } = mapped(rival, runs, reading)
      const { calls, tokensIn, tokensOut, seconds } = run
      // One step stands for all: only their longest is read, as the time of the article.
      const usage = { ...analysis.usage, calls, tokensIn, tokensOut, msByStep: { reactions: seconds * 1000 } }
      return { ...analysis, usage }
    },
  }
}

/** What the rival's answers for these articles needed before they could be scored. */
export async function rivalCounters(rival: Rival, file: string, readings: readonly Reading[]): Promise<RivalCounters> {
  const runs = await readRivalRuns(file)
  return sumOf(
    readings.map((reading) => {
      const { counters, run } = mapped(rival, runs, reading)
      return { ...counters, partly: Number(counters.lost === 0 && Boolean(run.error)) }
    }),
  )
}

/** The lines of a file by the id of their article; of several the last counts. A line that was cut off is asked again, and left out. */
async function readRivalRuns(file: string): Promise<Map<string, RivalRun>> {
  const lines = (await readFile(file, 'utf8')).split('\n')
  return new Map(lines.flatMap((line) => runOf(line) ?? []).map((run) => [run.id, run]))
}

function runOf(line: string): RivalRun | undefined {
  try {
    return RivalRun.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

function mapped(rival: Rival, runs: ReadonlyMap<string, RivalRun>, reading: Reading): Mapped & { run: RivalRun } {
  const { id } = reading.article
  const run = runs.get(id)
  if (run === undefined) throw new Error(`${rival} was not run on ${id}: run it first, it goes on where it stopped`)
  return { ...mapRival(rival, run.raw, reading), run }
}
