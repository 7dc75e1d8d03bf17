/** Those in this process that wait until something happens to a task. */
export type Watchers = {
  changed(task: number): void
  /** Resolves at the next change of the task that this process sees, at the latest after `ms`, or when `signal` says so. */
  nextChange(task: number, options: { ms: number; signal?: AbortSignal }): Promise<void>
}

export function newWatchers(): Watchers {
  const waiting = new Map<number, Set<() => void>>()
  return {
    changed(task) {
      for (const resume of waiting.get(task) ?? []) resume()
    },
    async nextChange(task, { ms, signal }) {
      const { promise, resolve } = Promise.withResolvers<void>()
      const watching = waiting.get(task) ?? new Set()
      waiting.set(task, watching.add(resolve))
      const timer = setTimeout(resolve, ms)
      signal?.addEventListener('abort', () => resolve(), { once: true })
      await promise
      clearTimeout(timer)
      watching.delete(resolve)
      if (watching.size === 0 && waiting.get(task) === watching) waiting.delete(task)
    },
  }
}
