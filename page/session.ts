// What one tab remembers until it is closed: the key, and headlines of articles that came without a title.

const KEY = 'standpoint.key'
const HEADLINE = 'standpoint.headline.'

export function rememberedKey(): string | undefined {
  return sessionStorage.getItem(KEY) ?? undefined
}

export function rememberKey(secret: string): void {
  sessionStorage.setItem(KEY, secret)
}

/** Everything goes: the headlines are of articles that the key opened. */
export function forgetKey(): void {
  sessionStorage.clear()
}

export function rememberHeadline(id: string, headline: string): void {
  sessionStorage.setItem(HEADLINE + id, headline)
}

export function rememberedHeadline(id: string): string | undefined {
  return sessionStorage.getItem(HEADLINE + id) ?? undefined
}
