import type { Attribution, PolarityCue, Reading } from '../../schema/reading.ts'

/** `wider`: the place of the nearest one before that reaches further. */
type Told = Pick<Attribution, 'speaker' | 'content'> & { wider: number }

/**
 * Who is told to speak at the place of a cue: the speaker of the last attribution of its sentence whose words hold it. A look goes
 * from one attribution only to one that reaches further, so that thousands in a sentence cost no more than those that hold each other.
 */
export function speakerFinder({
  attributions,
}: Pick<Reading, 'attributions'>): (cue: Pick<PolarityCue, 'sentence' | 'start' | 'end'>) => number | undefined {
  const bySentence = new Map<number, Told[]>()
  for (const { sentence, speaker, content } of attributions) {
    const told = bySentence.get(sentence) ?? []
    bySentence.set(sentence, told)
    told.push({ speaker, content, wider: reachingTo(told, content.end + 1, told.length - 1) })
  }
  return ({ sentence, start, end }) => {
    const told = bySentence.get(sentence) ?? []
    return told[reachingTo(told, end, lastAt(told, start))]?.speaker
  }
}

/** The place of the last one, at or before `at`, whose words reach to `end`; −1 where there is none. */
function reachingTo(told: readonly Told[], end: number, at: number): number {
  let place = at
  while (place >= 0 && (told[place]?.content.end ?? end) < end) place = told[place]?.wider ?? -1
  return place
}

/** The place of the last one that starts at or before a position; attributions stand in the order in which their words start. */
function lastAt(told: readonly Told[], position: number): number {
  let [low, high] = [0, told.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((told[middle]?.content.start ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
