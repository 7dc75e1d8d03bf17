/** A source of chance that gives the same numbers for the same seed. */
export type Random = {
  /** 0..1, 1 excluded. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** One of them, each as often as its weight. */
  pick<T>(choices: readonly (readonly [T, weight: number])[]): T
}

/** @see Mulberry32 by Tommy Ettinger, in the public domain */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (choices) => {
      const total = choices.reduce((sum, [, weight]) => sum + weight, 0)
      let at = next() * total
      for (const [choice, weight] of choices) {
        at -= weight
        if (at < 0) return choice
      }
      throw new Error('There is nothing to pick from')
    },
  }
}
