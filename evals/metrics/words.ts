/**
 * Words as ROUGE counts them: lower case, letters and digits only. On ASCII text this is the tokenizer of Google's rouge_score
 * without stemming; there, other letters split a word ("café" becomes "caf"), which makes it useless beyond English, so ours keeps
 * every letter and digit of Unicode.
 */
export function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
