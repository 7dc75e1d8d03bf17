/** A set of words, from a text with blanks between them. */
export function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''))
}

/** Numbered words: those of one entry, divided by `/`, share the number of their place, counted from `first`. */
export function numbered(list: string, first = 1): Readonly<Record<string, number>> {
  const numbers: Record<string, number> = {}
  for (const [place, entry] of list.trim().split(/\s+/).entries()) {
    for (const word of entry.split('/')) numbers[word] = place + first
  }
  return numbers
}

/** Words with the same value: `{ usd: 'dollar dollars' }` → `{ dollar: 'usd', dollars: 'usd' }`. */
export function named(lists: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const [name, list] of Object.entries(lists)) for (const word of words(list)) names[word] = name
  return names
}
