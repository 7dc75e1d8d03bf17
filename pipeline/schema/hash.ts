import { createHash } from 'node:crypto'
import type { Recipe } from './recipe.ts'

/** SHA-256 in hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** `contentHash` of an article: its normalised title and text, told apart by a character that neither holds. */
export function contentHashOf(title: string | undefined, text: string): string {
  return sha256(`${title ?? ''}\u0000${text}`)
}

export function recipeHash(recipe: Recipe): string {
  return sha256(canonicalJson(recipe))
}

/** JSON with object keys in order and `undefined` left out: equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
