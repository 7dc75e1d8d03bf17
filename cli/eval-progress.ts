import { openProgress } from './progress.ts'

/** One count over everything that an evaluation runs: it never goes back, and says what is being run. */
export type EvalProgress = Disposable & {
  /** One more article is done, by `what`. */
  done(what: string): void
}

/** The bar goes when the count is full, so that what is told then stands alone. @param total articles times those who are run on them: systems, and a judge of each */
export async function openEvalProgress(total: number, { isQuiet }: { isQuiet: boolean }): Promise<EvalProgress> {
  const progress = await openProgress({ isQuiet })
  let done = 0
  let isOpen = true
  const end = () => {
    if (isOpen) progress[Symbol.dispose]()
    isOpen = false
  }
  return {
    done(what) {
      done += 1
      progress.update({ phase: 'analysing', failed: 0, reused: 0, total, done, what })
      if (done === total) end()
    },
    [Symbol.dispose]: end,
  }
}
