/**
 * Offsets at which `pattern` occurs in `text`, overlapping ones too. Takes linear time on any input (Knuth, Morris and
 * Pratt), where `indexOf` in a loop can take quadratic time on text made for it. Nothing for an empty pattern.
 */
export function* occurrencesOf(pattern: string, text: string): Generator<number> {
  if (pattern === '' || !text.includes(pattern.slice(0, 32))) return
  const fallback = fallbacksOf(pattern)
  let matched = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    while (matched > 0 && pattern.charCodeAt(matched) !== code) matched = fallback[matched - 1] ?? 0
    if (pattern.charCodeAt(matched) === code) matched += 1
    if (matched < pattern.length) continue
    yield at - pattern.length + 1
    matched = fallback[matched - 1] ?? 0
  }
}

/** For every length of a matched start, the length of the longest shorter start that it also ends with. */
function fallbacksOf(pattern: string): Int32Array {
  const fallback = new Int32Array(pattern.length)
  let matched = 0
  for (let at = 1; at < pattern.length; at += 1) {
    const code = pattern.charCodeAt(at)
    while (matched > 0 && pattern.charCodeAt(matched) !== code) matched = fallback[matched - 1] ?? 0
    if (pattern.charCodeAt(matched) === code) matched += 1
    fallback[at] = matched
  }
  return fallback
}
