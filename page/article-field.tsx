import { useEffect, useState } from 'preact/hooks'
import type { Trouble } from './client.ts'
import { type Draft, readFile } from './submission.ts'

type Props = { draft: Draft; onChange(part: Partial<Draft>): void; onTrouble(trouble: Trouble | undefined): void }

/** Where an article is pasted, dropped or chosen. Files are read here and never opened as pages. */
export function ArticleField({ draft, onChange, onTrouble }: Props) {
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    const read = await readFile(file)
    if ('refused' in read) return onTrouble({ title: read.refused.replace(/\.$/, '') })
    onTrouble(undefined)
    onChange(read)
  }
  const isOver = useDrop(take)
  return (
    <div class={isOver ? 'drop over' : 'drop'}>
      <label for="article">The article</label>
      {draft.page ? (
        <PageChosen name={draft.page.name} onRemove={() => onChange({ page: undefined })} />
      ) : (
        <textarea
          id="article"
          dir="auto"
          rows={12}
          placeholder="Paste it here, or drop a file."
          aria-describedby="article-hint"
          value={draft.text}
          onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
        />
      )}
      <div class="row under">
        <label class="file">
          <input
            type="file"
            accept=".txt,.md,.markdown,.html,.htm"
            onChange={({ currentTarget }) => take(currentTarget.files?.[0])}
          />
          <span>Choose a file</span>
        </label>
        <p id="article-hint" class="quiet">
          Plain text, Markdown or a saved web page
        </p>
      </div>
    </div>
  )
}

/** Takes a file that is dropped anywhere on the page; a browser would leave the page and open it. True while one hovers. */
function useDrop(take: (file: File | undefined) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const leaving = new AbortController()
    const listen = (name: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
      document.addEventListener(name, act, { signal: leaving.signal })
    listen('dragover', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(true)
    })
    listen('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false))
    listen('drop', (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return
      event.preventDefault()
      setOver(false)
      take(event.dataTransfer.files[0])
    })
    return () => leaving.abort()
  }, [])
  return isOver
}

function PageChosen({ name, onRemove }: { name: string; onRemove(): void }) {
  return (
    <div class="page-chosen">
      <p>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <br />
        The article in this page will be found when you send it.
      </p>
      <button type="button" id="article" onClick={onRemove}>
        Take it out
      </button>
    </div>
  )
}
