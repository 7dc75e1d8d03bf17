/** What the fragment of the address asks for. It never reaches the server. */
export type Address = { kind: 'new' } | { kind: 'key'; secret: string } | { kind: 'analysis'; id: string }

/** Whatever is not understood asks for a new article. */
export function addressOf(fragment: string): Address {
  const asked = fragment.replace(/^#/, '')
  const secret = /^key=(sp_[\w-]{1,190})$/.exec(asked)?.[1]
  if (secret !== undefined) return { kind: 'key', secret }
  return /^an_[0-9a-z]{1,50}$/.test(asked) ? { kind: 'analysis', id: asked } : { kind: 'new' }
}
