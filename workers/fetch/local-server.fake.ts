import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'

export type LocalServer = AsyncDisposable & { port: number; url: string; requests: IncomingMessage[] }

/** A web server on this machine, with the requests that reached it. */
export async function localServer(
  answer: RequestListener,
  { host = '127.0.0.1', port = 0 }: { host?: string; port?: number } = {},
): Promise<LocalServer> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answer(request, response)
  })
  const opened = await listening(server, { host, port })
  return {
    port: opened,
    url: `http://${host}:${opened}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Starts to listen; returns the port. */
export async function listening(server: Server, { host = '127.0.0.1', port = 0 } = {}): Promise<number> {
  await new Promise<void>((done, fail) => server.once('error', fail).listen(port, host, done))
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port')
  return address.port
}
