import { useState } from 'preact/hooks'
import type { Result } from '../pipeline/schema/analysis.ts'
import { useAnnounce } from './announce.tsx'
import { copyToClipboard } from './clipboard.ts'
import { asMarkdown, asText } from './copy.ts'

const FORMS: readonly { name: string; write(result: Result): string }[] = [
  { name: 'Text', write: asText },
  { name: 'Markdown', write: asMarkdown },
  { name: 'JSON', write: (result) => `${JSON.stringify(result, null, 2)}\n` },
]

/** Takes the analysis out of the page: to the clipboard, or to paper. */
export function CopyOut({ result }: { result: Result }) {
  const [said, setSaid] = useState('')
  const announce = useAnnounce()
  const copy = async ({ name, write }: (typeof FORMS)[number]) => {
    const isCopied = await copyToClipboard(write(result))
    const outcome = isCopied ? `Copied as ${name}` : 'The browser does not allow copying here'
    setSaid(outcome)
    announce(outcome)
  }
  return (
    <fieldset class="copy-out" aria-label="Take it out">
      <span class="quiet">Copy</span>
      {FORMS.map((form) => (
        <button key={form.name} type="button" aria-label={`Copy as ${form.name}`} onClick={() => copy(form)}>
          {form.name}
        </button>
      ))}
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <span class="quiet outcome">{said}</span>
    </fieldset>
  )
}
