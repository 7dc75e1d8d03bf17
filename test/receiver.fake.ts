import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

export type Received = { headers: IncomingHttpHeaders; body: string; id: string; at: number }
type Answer = (response: ServerResponse, received: Received) => void

export type Receiver = AsyncDisposable & {
  url: string
  received: Received[]
  /** Resolves when so many messages have come. */
  until(count: number): Promise<Received[]>
}

/** A server that takes messages and answers as `answer` says: 204 where nothing is said. */
export async function newReceiver(
  answer: Answer = (response) => void response.writeHead(204).end(),
): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer(async (request, response) => {
    const one = await read(request)
    received.push(one)
    answer(response, one)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    async until(count) {
      for (let waited = 0; received.length < count; waited += 10) {
        if (waited > 15_000) throw new Error(`${received.length} messages came, not ${count}`)
        await sleep(10)
      }
      return received
    },
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function read(request: IncomingMessage): Promise<Received> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  const id = String(request.headers['webhook-id'])
  return { headers: request.headers, body: Buffer.concat(parts).toString('utf8'), id, at: performance.now() }
}
