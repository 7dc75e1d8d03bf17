import { createServer } from 'node:net'
import { Agent, request } from 'undici'
import { expect, it } from 'vitest'
import { checkedConnector } from './checked-connector.ts'
import { listening } from './local-server.fake.ts'

it('sends no byte over a connection whose own address may not be reached', async () => {
  const received: Buffer[] = []
  const server = createServer((socket) =>
    socket.on('data', (bytes) => received.push(bytes)).on('error', () => undefined),
  )
  const port = await listening(server)
  const asked: string[] = []
  const onlyBefore = ({ address }: { address: string }) => asked.push(address) === 1
  const connect = checkedConnector({ mayConnect: onlyBefore, resolve: async () => ['127.0.0.1'], connectMs: 1_000 })
  const agent = new Agent({ connect })
  for (const scheme of ['http', 'https']) {
    asked.length = 0
    const answer = request(`${scheme}://daily.example:${port}/`, { dispatcher: agent })
    await expect(answer).rejects.toMatchObject({ code: 'URL_REFUSED' })
    expect(asked).toEqual(['127.0.0.1', '127.0.0.1'])
  }
  await new Promise((done) => server.close(done))
  expect(received).toEqual([])
  await agent.destroy()
})
