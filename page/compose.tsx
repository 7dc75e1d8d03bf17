import { useRef, useState } from 'preact/hooks'
import type { AnalysisRequest, Submission } from './api.ts'

type Props = { onSubmit(submission: Submission): void; recent: readonly AnalysisRequest[] }

const MOST_BYTES = 5_000_000

/** Paste or drop an article, or name its address. */
export function Compose({ onSubmit, recent }: Props) {
  const [text, setText] = useState('')
  const [isOver, setOver] = useState(false)
  const [fault, setFault] = useState('')
  const form = useRef<HTMLFormElement>(null)
  const submit = () => {
    const submission = form.current ? submissionOf(new FormData(form.current), text) : undefined
    if (submission) onSubmit(submission)
    else setFault('Paste an article, drop a file, or give a web address first.')
  }
  const take = async (files: FileList | null | undefined) => {
    const [file] = files ?? []
    if (file === undefined) return
    if (file.size > MOST_BYTES) setFault('The file is larger than an article: 5 MB at most.')
    else {
      setFault('')
      setText(await file.text())
    }
  }
  return (
    <div class="compose">
      <form
        ref={form}
        class={isOver ? 'card over' : 'card'}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer?.files)
        }}
      >
        <h1>What does the article say, and who stands where?</h1>
        <label for="text">Article</label>
        <textarea
          id="text"
          rows={12}
          value={text}
          placeholder="Paste the text here, or drop a text or HTML file"
          onInput={(event) => setText(event.currentTarget.value)}
          aria-describedby="text-help"
        />
        <p id="text-help" class="help">
          Ctrl+Enter sends it.{' '}
          <label class="file">
            Choose a file
            <input
              class="unseen"
              type="file"
              accept=".txt,.md,.html,.htm"
              onChange={(event) => void take(event.currentTarget.files)}
            />
          </label>
        </p>
        <label for="url">or its web address</label>
        <input id="url" name="url" type="url" placeholder="https://" disabled={text.trim() !== ''} />
        <details>
          <summary>More</summary>
          <div class="fields">
            <label for="title">Title</label>
            <input id="title" name="title" maxLength={2000} />
            <label for="outlet">Outlet</label>
            <input id="outlet" name="outlet" maxLength={300} />
            <label for="language">Language, where it is not seen rightly</label>
            <input
              id="language"
              name="language"
              maxLength={12}
              placeholder="es, de, pt-BR"
              pattern="[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
            />
            <label for="targets">Where does everybody stand on … (one a line)</label>
            <textarea id="targets" name="targets" rows={2} />
            <label for="actors">Where does this one stand … (one a line)</label>
            <textarea id="actors" name="actors" rows={2} />
          </div>
        </details>
        <div class="row">
          <fieldset>
            <legend>Length</legend>
            {['short', 'standard', 'long'].map((length) => (
              <label key={length}>
                <input type="radio" name="length" value={length} defaultChecked={length === 'standard'} /> {length}
              </label>
            ))}
          </fieldset>
          <button type="submit" class="main">
            Analyse
          </button>
        </div>
        <p role="alert" class="fault">
          {fault}
        </p>
      </form>
      {recent.length > 0 && <Recent recent={recent} />}
    </div>
  )
}

function submissionOf(form: FormData, text: string): Submission | undefined {
  const field = (name: string) => String(form.get(name) ?? '').trim() || undefined
  const lines = (name: string) => {
    const given = (field(name) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    return given.length > 0 ? given : undefined
  }
  const url = field('url')
  if (text.trim() === '' && url === undefined) return undefined
  const source = text.trim() === '' ? { url } : /^\s*(?:<!doctype html|<html)/i.test(text) ? { html: text } : { text }
  const options = {
    length: lengthOf(field('length')),
    language: field('language'),
    targets: lines('targets'),
    actors: lines('actors'),
  }
  return { ...source, title: field('title'), outlet: field('outlet'), options }
}

function lengthOf(text: string | undefined): 'short' | 'standard' | 'long' {
  return text === 'short' || text === 'long' ? text : 'standard'
}

function Recent({ recent }: { recent: readonly AnalysisRequest[] }) {
  return (
    <section class="recent" aria-labelledby="recent">
      <h2 id="recent">Lately</h2>
      <ul>
        {recent.map(({ id, state, article, createdAt }) => (
          <li key={id}>
            <a href={`#${id}`}>{article.title ?? article.url ?? article.id.slice(0, 40)}</a>
            <span>
              {[article.outlet, state === 'done' ? undefined : state, new Date(createdAt).toLocaleString()]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
