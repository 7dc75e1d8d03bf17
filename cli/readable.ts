/** Untrusted text for a terminal, on one line: control characters could drive it, and marks could turn its direction. */
export function readable(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\p{Bidi_Control}]/gu, '')
}
