import { readable } from './readable.ts'

/** A text of others as one word for a shell, safe to be copied into a command line. */
export function shellWord(text: string): string {
  const word = readable(text)
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
