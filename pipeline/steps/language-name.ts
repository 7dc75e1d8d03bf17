/** English name of a language by its BCP 47 tag ("Spanish"); the tag itself where it has none. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag // not a well-formed tag
  }
}
