// Submit an article, watch its steps, and print who stands where, each with the words that support it.
import { openStandpoint } from '../client.ts'

const { STANDPOINT_URL: url = 'http://127.0.0.1:8787', STANDPOINT_KEY: key = '' } = process.env
const standpoint = openStandpoint({ url, key })

const { id } = await standpoint.submit(
  {
    title: 'Council votes on bridge tolls',
    text: 'ARLEN, March 4 - The council approved tolls on the old bridge on Tuesday.\n\n"We support the tolls, because the bridge must be paid for," said Mayor Ida Brook.\n\nThe hauliers association opposes the tolls. "This is a mistake," said its chair, Tom Reyes.',
  },
  { idempotencyKey: 'tolls-2026-03-04-ts' },
)
for await (const event of standpoint.watch(id)) {
  console.error(event.kind === 'step' ? `${event.step.step} ${event.step.phase}` : event.request.state)
}

const { data } = await standpoint.api.GET('/v1/analyses/{id}/result', { params: { path: { id } } })
for (const { actor, label, evidence } of data?.analysis.stances ?? []) {
  const name = data?.analysis.actors.find((each) => each.id === actor)?.name
  console.log(`${name}: ${label}  "${evidence[0]?.text ?? ''}"`)
}
