/** Longest repeated stretch that is recognised, twice over, in characters. */
const TAIL = 4_000
/** So much of the end must be repetition, and so many rounds of it. */
const MIN_REPEATED = 160
const MIN_ROUNDS = 4

/**
 * true when a text ends in the same words again and again. Numbers count as equal, because a model that loops often counts on.
 * Linear: the smallest period of the reversed end, by the failure function of Knuth, Morris and Pratt.
 */
export function isLoop(text: string): boolean {
  const tail = [...text.slice(-TAIL).replace(/\d+/g, '0')].reverse()
  const border = new Int32Array(tail.length)
  for (let at = 1; at < tail.length; at++) {
    let length = border[at - 1] ?? 0
    while (length > 0 && tail[at] !== tail[length]) length = border[length - 1] ?? 0
    border[at] = tail[at] === tail[length] ? length + 1 : 0
    const repeated = at + 1
    const period = repeated - (border[at] ?? 0)
    if (repeated >= MIN_REPEATED && repeated >= period * MIN_ROUNDS) return true
  }
  return false
}
