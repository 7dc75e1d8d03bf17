import { openProgress } from './progress.ts'

/** One count over everything that an evaluation runs: it never goes back, and says what is being run. */
export type EvalProgress = Disposable & {
  /** One more article is done, by `what`. */
  done(what: string): void
}

/** `runs`: of systems on the articles, and of a judge on what came of them. The bar goes when the count is full. */
export async function openEvalProgress(
  { articles, runs }: { articles: number; runs: number },
  { isQuiet }: { isQuiet: boolean },
): Promise<EvalProgress> {
  const progress = await openProgress({ isQuiet })
  const total = articles * runs
  let done = 0
  let isOpen = true
  const end = () => {
    if (isOpen) progress[Symbol.dispose]()
    isOpen = false
  }
  return {
    done(what) {
      done += 1
      progress.update({
        phase: 'analysing',
        failed: 0,
        reused: 0,
        total,
        done,
        run: { what, left: (total - done) % articles },
      })
      if (done === total) end()
    },
    [Symbol.dispose]: end,
  }
}
