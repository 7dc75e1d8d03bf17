import { useState } from 'preact/hooks'
import type { Result } from './api.ts'
import { asMarkdown, asText } from './copy.ts'

/** Takes the result elsewhere. Where the browser gives no clipboard, the words are shown, marked and ready. */
export function CopyOut({ result }: { result: Result }) {
  const [told, setTold] = useState('')
  const [shown, setShown] = useState<string>()
  const copy = async (what: string, words: string) => {
    try {
      await navigator.clipboard.writeText(words)
      setTold(`${what} copied`)
      setShown(undefined)
    } catch {
      setTold('Copy it from here:')
      setShown(words)
    }
  }
  return (
    <div class="copy">
      <button type="button" onClick={() => void copy('Summary', asText(result))}>
        Copy summary
      </button>
      <button type="button" onClick={() => void copy('Everything', asMarkdown(result))}>
        Copy with evidence
      </button>
      <button type="button" onClick={() => void copy('JSON', JSON.stringify(result, undefined, 2))}>
        Copy JSON
      </button>
      <button type="button" onClick={() => window.print()}>
        Print
      </button>
      <span role="status">{told}</span>
      {shown !== undefined && (
        <textarea readOnly rows={6} value={shown} aria-label="To copy" ref={(area) => area?.select()} />
      )}
    </div>
  )
}
