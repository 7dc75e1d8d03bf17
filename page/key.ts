const STORED = 'standpoint-key'

/**
 * The key of this tab: from the address (`#key=…`), where it does not stay, else from an earlier visit in the same tab. Undefined
 * where there is none yet.
 */
export function takeKey({ location, history, sessionStorage }: Window): string | undefined {
  const given = new URLSearchParams(location.hash.slice(1)).get('key')
  if (given === null) return sessionStorage.getItem(STORED) ?? undefined
  history.replaceState(null, '', location.pathname)
  keepKey(given)
  return given
}

export function keepKey(key: string): void {
  sessionStorage.setItem(STORED, key)
}

export function forgetKey(): void {
  sessionStorage.removeItem(STORED)
}
