import { useState } from 'preact/hooks'

/** Asks for the key once; it stays in this tab. */
export function KeyForm({ onKey }: { onKey(key: string): void }) {
  const [key, setKey] = useState('')
  return (
    <form
      class="card narrow"
      onSubmit={(event) => {
        event.preventDefault()
        if (key.trim() !== '') onKey(key.trim())
      }}
    >
      <h1>Your key</h1>
      <p id="key-help">
        It begins with <code>sp_</code>. The first start of the server printed one; after that, whoever runs the server
        can make one for you. It stays in this tab until you close it.
      </p>
      <label for="key">Key</label>
      <input
        id="key"
        type="password"
        autocomplete="off"
        value={key}
        aria-describedby="key-help"
        onInput={(event) => setKey(event.currentTarget.value)}
      />
      <button type="submit" class="main">
        Go on
      </button>
    </form>
  )
}
