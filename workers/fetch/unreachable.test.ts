import { expect, it } from 'vitest'
import { openSafeFetch } from './safe-fetch.ts'
import { unreachable } from './unreachable.ts'

it('what fails on the network is told without what the foreign error says', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED 10.0.0.1:80'), { code: 'ECONNREFUSED' })
  const told = unreachable(refused)
  expect(told).toMatchObject({ code: 'URL_UNREACHABLE', message: 'The server does not answer, or breaks off' })
  expect(told).not.toHaveProperty('cause')
})

it('a fault of ours is not taken for one of the network', async () => {
  const wrongType = Object.assign(new TypeError('must be a string'), { code: 'ERR_INVALID_ARG_TYPE' })
  expect([unreachable(wrongType), unreachable(new Error('no code')), unreachable('thrown')]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
  const fetcher = openSafeFetch()
  const posting = fetcher.post('https://hooks.example/', { headers: { 'no name': 'x' }, body: '' })
  await expect(posting).rejects.toMatchObject({ code: 'UND_ERR_INVALID_ARG' })
  await fetcher.close()
})
