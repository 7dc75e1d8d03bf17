import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** Tells people who do not see the page what has changed on it. */
export const Announce = createContext<(text: string) => void>(() => {})

export function useAnnounce(): (text: string) => void {
  return useContext(Announce)
}
