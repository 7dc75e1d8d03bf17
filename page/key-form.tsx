import { useState } from 'preact/hooks'
import { ask, type Trouble, troubleOf } from './client.ts'
import { TroubleNote } from './trouble.tsx'

/** Asks for a key, and lets nobody in with one that the server does not take. */
export function KeyForm({ refused, onKey }: { refused?: Trouble; onKey(secret: string): void }) {
  const [secret, setSecret] = useState('')
  const [trouble, setTrouble] = useState(refused)
  const [isBusy, setBusy] = useState(false)
  const enter = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    try {
      await ask('/v1/keys/current', { secret: secret.trim() })
      onKey(secret.trim())
    } catch (error) {
      setTrouble(troubleOf(error))
      setBusy(false)
    }
  }
  return (
    <form class="card key-form" onSubmit={enter}>
      <h1>Your key, please</h1>
      <p>
        When the server was started for the first time, it printed a key that begins with <code>sp_</code>, and an
        address of this page that holds it. Somebody else may run the server: then ask them for a key.
      </p>
      {trouble && <TroubleNote trouble={trouble} />}
      <label for="key">Key</label>
      <div class="row">
        <input
          id="key"
          type="password"
          autocomplete="current-password"
          spellcheck={false}
          required
          maxLength={200}
          value={secret}
          onInput={({ currentTarget }) => setSecret(currentTarget.value)}
        />
        <button type="submit" class="main" disabled={isBusy}>
          Open
        </button>
      </div>
      <p class="quiet">It stays in this tab until you close it, and goes to this server only.</p>
    </form>
  )
}
