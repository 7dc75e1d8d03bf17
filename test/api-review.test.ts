import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newPlace, type TestPlace } from './places.ts'
import { type Answered, type Served, serveIn } from './served.ts'
import { startServers } from './servers.ts'

const servers = await startServers()
afterAll(() => servers?.[Symbol.asyncDispose]())
const backends = [
  { name: 'embedded', isThere: true, placeOf: () => newPlace(undefined) },
  { name: 'on Redis with PostgreSQL', isThere: servers !== undefined, placeOf: () => newPlace(servers) },
]

const text = `ARLEN, March 4 - The council approved tolls on the old bridge on Tuesday.

"We support the tolls, because the bridge must be paid for," said Mayor Ida Brook.

The hauliers association opposes the tolls. "This is a mistake," said its chair, Tom Reyes.`

for (const { name, isThere, placeOf } of backends) {
  describe.skipIf(!isThere)(`reviewing over HTTP ${name}`, { timeout: 60_000 }, () => {
    let place: TestPlace
    let served: Served
    let id = ''
    let stance = ''
    beforeAll(async () => {
      place = await placeOf()
      served = await serveIn(place)
    })
    afterAll(async () => {
      await served?.[Symbol.asyncDispose]()
      await place?.[Symbol.asyncDispose]()
    })
    beforeEach(async () => {
      const { json } = await served.call('POST', '/v1/analyses', {
        body: { text, options: { fresh: true } },
        headers: { prefer: 'wait=20' },
      })
      id = json.id
      const mayor = json.result.analysis.actors.find((actor: { name: string }) => actor.name === 'Ida Brook').id
      stance = json.result.analysis.stances.find((each: { actor: string }) => each.actor === mayor).id
    })
    const review = () => served.call('GET', `/v1/analyses/${id}/review`)
    const correct = (corrections: object[], tag: string | null, more: object = {}) =>
      served.call('POST', `/v1/analyses/${id}/corrections`, {
        body: { corrections, ...more },
        headers: tag === null ? {} : { 'if-match': tag },
      })
    const labelOf = ({ json }: Answered) =>
      json.result.analysis.stances.find((each: { id: string }) => each.id === stance).label
    const toMixed = { what: 'stance', claim: '', field: 'label', value: 'mixed' }

    it('corrects a label, keeps who did it and why, and leaves the analysis as it was made', async () => {
      const before = await review()
      expect([before.json.version, before.json.state, before.headers.get('etag')]).toEqual([0, 'unreviewed', '"0"'])
      const after = await correct([{ ...toMixed, claim: stance }], '"0"', { author: 'Ana', reason: 'she wavers' })
      expect([after.status, after.json.version, after.json.state, labelOf(after)]).toEqual([
        200,
        1,
        'corrected',
        'mixed',
      ])
      const { json: history } = await served.call('GET', `/v1/analyses/${id}/history`)
      expect(history.items).toMatchObject([
        { version: 1, kind: 'correction', author: 'Ana', reason: 'she wavers', corrections: [{ claim: stance }] },
      ])
      const made = await served.call('GET', `/v1/analyses/${id}/result`)
      expect(made.json.analysis.stances.find((each: { id: string }) => each.id === stance).label).toBe('support')
    })

    it('refuses what the article does not bear, with the reason for each, and changes nothing', async () => {
      const { json } = await review()
      const line = json.result.analysis.summary.brief[0].id
      const refused = await correct(
        [
          { what: 'line', claim: line, field: 'text', value: 'The council approved 400 tolls.' },
          { what: 'stance', claim: 's99', field: 'label', value: 'oppose' },
          { what: 'stance', claim: stance, field: 'evidence', value: ['We reject the tolls'] },
        ],
        '"0"',
      )
      expect([refused.status, refused.json.code]).toEqual([422, 'CORRECTION_REFUSED'])
      expect(refused.json.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
        '/corrections/0',
        '/corrections/1',
        '/corrections/2',
      ])
      expect(refused.json.errors[0].detail).toContain('400')
      expect((await review()).json.version).toBe(0)
    })

    it('lets one of two who correct at once through', async () => {
      const both = await Promise.all([
        correct([{ ...toMixed, claim: stance }], '"0"'),
        correct([{ ...toMixed, claim: stance, value: 'neutral' }], '"0"'),
      ])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
      expect(both.find(({ status }) => status === 412)?.json.code).toBe('VERSION_STALE')
      expect((await review()).json.version).toBe(1)
    })

    it('wants to know which version is meant', async () => {
      const { status, json } = await correct([{ ...toMixed, claim: stance }], null)
      expect([status, json.code]).toEqual([428, 'VERSION_MISSING'])
    })

    it('approves, and a later correction is not approved', async () => {
      const approved = await served.call('POST', `/v1/analyses/${id}/approval`, {
        body: {},
        headers: { 'if-match': '"0"' },
      })
      expect([approved.json.state, approved.json.version, approved.headers.get('etag')]).toEqual(['approved', 1, '"1"'])
      const after = await correct([{ ...toMixed, claim: stance }], '"1"')
      expect([after.json.state, after.json.approvedVersion]).toEqual(['corrected', 1])
    })

    it('knows nothing of what does not exist or is not done', async () => {
      expect((await served.call('GET', '/v1/analyses/an_nothing/review')).status).toBe(404)
      expect((await served.call('GET', '/v1/analyses/an_nothing/history')).status).toBe(404)
    })
  })
}
