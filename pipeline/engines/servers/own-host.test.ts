import { describe, expect, it } from 'vitest'
import { isOwnHost } from './own-host.ts'

const hostOf = (address: string) => new URL(address).hostname

describe("one's own network", () => {
  it.each([
    'http://127.0.0.1:8080/v1',
    'http://localhost:8080/v1',
    'http://[::1]:8080/v1',
    'http://0.0.0.0:8080/v1',
    'http://192.168.1.20:8000/v1',
    'http://10.0.0.7/v1',
    'http://[fd00::7]/v1',
    'http://ollama:11434/v1',
    'http://gpu.lan:8000/v1',
    'http://host.docker.internal:11434/v1',
  ])('has %s', (address) => expect(isOwnHost(hostOf(address))).toBe(true))

  it.each([
    'https://api.openai.com/v1',
    'http://8.8.8.8/v1',
    'https://localhost.example.com/v1',
    'http://[2001:4860::1]/v1',
  ])('does not have %s', (address) => expect(isOwnHost(hostOf(address))).toBe(false))
})
