import { useCallback, useEffect, useState } from 'preact/hooks'
import { type Address, addressOf } from './address.ts'
import { AnalysisView } from './analysis-view.tsx'
import { Announce } from './announce.tsx'
import type { Trouble } from './client.ts'
import { KeyForm } from './key-form.tsx'
import { NewArticle } from './new-article.tsx'
import { forgetKey, rememberedKey, rememberKey } from './session.ts'

export function App() {
  const { address, secret, setSecret } = useAddress()
  const [refused, setRefused] = useState<Trouble>()
  const [said, setSaid] = useState('')
  const leave = useCallback((trouble?: Trouble) => {
    forgetKey()
    setRefused(trouble)
    setSecret(undefined)
  }, [])
  const enter = (key: string) => {
    rememberKey(key)
    setRefused(undefined)
    setSecret(key)
  }
  return (
    <Announce.Provider value={setSaid}>
      <Masthead onLeave={secret === undefined ? undefined : () => leave()} />
      <main>
        {secret === undefined ? (
          <KeyForm refused={refused} onKey={enter} />
        ) : address.kind === 'analysis' ? (
          <AnalysisView key={address.id} id={address.id} secret={secret} onRefused={leave} />
        ) : (
          <NewArticle secret={secret} onRefused={leave} />
        )}
      </main>
      <p class="out-of-sight" role="status" aria-live="polite">
        {said}
      </p>
    </Announce.Provider>
  )
}

function Masthead({ onLeave }: { onLeave?: () => void }) {
  return (
    <header class="masthead">
      <a class="wordmark" href="#new">
        Standpoint
      </a>
      <p class="motto">Every line pinned to the words behind it</p>
      <nav aria-label="Page">
        {onLeave && <a href="#new">New article</a>}
        <a href="/docs">API</a>
        {onLeave && (
          <button type="button" class="link" onClick={onLeave}>
            Forget key
          </button>
        )}
      </nav>
    </header>
  )
}

/** Follows the fragment of the address. */
function useAddress() {
  const [address, setAddress] = useState(takeAddress)
  const [secret, setSecret] = useState(rememberedKey)
  useEffect(() => {
    const follow = () => {
      setAddress(takeAddress())
      setSecret(rememberedKey())
    }
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return { address, secret, setSecret }
}

/** A key in the address is taken out at once, so that it stays in no history and no screenshot. */
function takeAddress(): Address {
  const address = addressOf(location.hash)
  if (address.kind === 'key') {
    rememberKey(address.secret)
    history.replaceState(null, '', location.pathname)
  }
  return address
}
