import { read } from '../pipeline/rules/read.ts'
import type { GoldArticle } from './gold/read-gold.ts'
import { type Measured, measureAll, type Score, scoresOf } from './scoreboard.ts'
import { align, type Scored } from './scores/aligned.ts'
import { goldMetrics } from './scores/all.ts'
import type { System } from './systems/system.ts'

/** What a system makes of the gold articles, and what that is worth. */
export type GoldRun = { system: string; cases: Scored[]; measured: Measured[]; scores: Score[] }

export async function runOnGold(
  system: System,
  gold: readonly GoldArticle[],
  { onArticle, signal }: { onArticle?(done: number): void; signal?: AbortSignal } = {},
): Promise<GoldRun> {
  const cases: Scored[] = []
  for (const one of gold) {
    signal?.throwIfAborted()
    const reading = read(one.article)
    cases.push(align(one, reading, await system.analyse(reading, { gold: one })))
    onArticle?.(cases.length)
  }
  const measured = measureAll(goldMetrics, cases)
  return {
    system: system.name,
    cases,
    measured,
    scores: scoresOf(measured.filter(({ metric }) => system.tries?.(metric.name) ?? true)),
  }
}
