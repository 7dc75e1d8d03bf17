import type { BatchProgress } from '../workers/batch.ts'
import { tell } from './terminal.ts'

export type Progress = Disposable & { update(progress: Told): void }

/** `run`: who is run and how much of that is left, where several are run one after another on the same articles. */
type Told = BatchProgress & { run?: { what: string; left: number } }

/** A bar on a terminal, else a line on standard error now and then: articles, rate, time left. */
export async function openProgress({ isQuiet }: { isQuiet: boolean }): Promise<Progress> {
  if (isQuiet) return { update: () => {}, [Symbol.dispose]: () => {} }
  return process.stderr.isTTY ? bar() : lines()
}

async function bar(): Promise<Progress> {
  const { default: cliProgress } = await import('cli-progress')
  let text = ''
  const shown = new cliProgress.SingleBar({
    format: (_options, { progress }) => `${barOf(progress)} ${text}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
    fps: 10,
  })
  const rate = newRate()
  shown.start(1, 0)
  return {
    update: (progress) => {
      text = progressText(progress, rate(progress))
      shown.setTotal(Math.max(1, progress.total))
      shown.update(progress.done + progress.failed)
    },
    [Symbol.dispose]: () => shown.stop(),
  }
}

const BAR_WIDTH = 24

function barOf(part: number): string {
  const full = Math.round(Math.min(1, Math.max(0, part)) * BAR_WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)}`
}

const LINE_EVERY_MS = 5000

function lines(): Progress {
  const rate = newRate()
  let next = performance.now() + LINE_EVERY_MS
  return {
    update: (progress) => {
      const text = progressText(progress, rate(progress))
      if (performance.now() < next) return
      next = performance.now() + LINE_EVERY_MS
      tell(text)
    },
    [Symbol.dispose]: () => {},
  }
}

/**
 * "120 of 1000 articles, 3 failed, 4.2 a second, about 3 min left"; or "70 of 120 analyses: my-model, guided, 0.2 a second, about
 * 100 s left for it"
 */
export function progressText(progress: Told, perSecond: number | undefined): string {
  const { phase, total, done, failed, reused, workers, heldBack, costUsd, run } = progress
  const left = run?.left ?? total - done - failed
  const parts = [
    `${done + failed} of ${total}${phase === 'accepting' ? '…' : ''} ${run === undefined ? 'articles' : `analyses: ${run.what}`}`,
    failed > 0 && `${failed} failed`,
    reused > 0 && `${reused} known`,
    perSecond !== undefined && `${rateText(perSecond)} a second`,
    perSecond !== undefined &&
      left > 0 &&
      phase === 'analysing' &&
      `about ${durationText(left / perSecond)} left${run === undefined ? '' : ' for it'}`,
    costUsd !== undefined && dollarsText(costUsd),
    phase === 'writing' && 'writing the results',
    heldBack !== undefined && heldText(heldBack),
    workers === 0 && 'waiting: no worker is running (start one with: standpoint worker)',
  ]
  return parts.filter(Boolean).join(', ')
}

/** Waits of a moment for a rate are the usual thing, and nothing to tell. */
function heldText({ because, leftMs }: NonNullable<BatchProgress['heldBack']>): string | false {
  const again = `next try in ${durationText(leftMs / 1000)}`
  switch (because) {
    case 'rate':
      return false
    case 'money':
      return `waiting: the money of the day is spent (STANDPOINT_USD_PER_DAY), goes on in ${durationText(leftMs / 1000)}`
    case 'provider':
      return `waiting: the provider of the model asks to come back later, ${again}`
    case 'down':
      return `waiting: the model server does not answer, ${again}`
  }
}

/** US dollars: to the cent, and finer where that is little. */
export function dollarsText(costUsd: number): string {
  return `US$ ${costUsd.toFixed(costUsd < 1 ? 4 : 2)}`
}

/** Seconds as a person says them. */
export function durationText(seconds: number): string {
  if (seconds < 10) return `${Math.max(0.1, seconds).toFixed(1)} s`
  if (seconds < 90) return `${Math.round(seconds)} s`
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}

function rateText(perSecond: number): string {
  return perSecond >= 10 ? perSecond.toFixed(0) : perSecond.toFixed(perSecond >= 1 ? 1 : 2)
}

/** Articles a second over the last half minute or so, of who is run now, without those that an earlier run had done. */
function newRate(clock: () => number = () => performance.now()) {
  let seen: { at: number; settled: number; what?: string }[] = []
  return ({ done, failed, reused, run }: Told): number | undefined => {
    const now = { at: clock(), settled: done + failed - reused, what: run?.what }
    if (seen.at(-1)?.what !== now.what) seen = []
    seen.push(now)
    while (seen.length > 2 && now.at - (seen[0]?.at ?? 0) > RATE_WINDOW_MS) seen.shift()
    const first = seen[0] ?? now
    const seconds = (now.at - first.at) / 1000
    return seconds < 0.5 || now.settled <= first.settled ? undefined : (now.settled - first.settled) / seconds
  }
}

const RATE_WINDOW_MS = 30_000
