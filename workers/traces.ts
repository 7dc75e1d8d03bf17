import { StandpointError } from '../pipeline/schema/errors.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'

type Sender = typeof import('./otlp.ts')

/** What sends traces, with the versions that fit together. */
export const TRACE_PACKAGES = {
  '@opentelemetry/sdk-trace-node': '2.12.1',
  '@opentelemetry/exporter-trace-otlp-http': '0.223.1',
  '@opentelemetry/resources': '2.12.1',
} as const

/**
 * Sends the spans of this process to the endpoint of the settings, until it is disposed of; once in a process. Without an endpoint
 * nothing is loaded and no span is made. Disposing waits two seconds at most for what is left.
 * @throws StandpointError TRACES_NOT_INSTALLED when the packages that send are not there; `load` brings them
 */
export async function openTraces(
  { otlpEndpoint }: Pick<Config, 'otlpEndpoint'>,
  log: Log,
  load: () => Promise<Sender> = () => import('./otlp.ts'),
): Promise<AsyncDisposable> {
  if (otlpEndpoint === undefined) return { [Symbol.asyncDispose]: async () => {} }
  const { sendTraces } = await load().catch((cause: unknown) => {
    throw notInstalled(cause)
  })
  return sendTraces(otlpEndpoint, log)
}

function notInstalled(cause: unknown): StandpointError {
  const packages = Object.entries(TRACE_PACKAGES).map(([name, version]) => `${name}@${version}`)
  return new StandpointError('TRACES_NOT_INSTALLED', 'Sending traces needs packages that are not installed', {
    where: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    // --save-prod: npm leaves out what the manifest lists for development, even where it is named.
    fix: `npm install --no-save --save-prod --omit=dev ${packages.join(' ')}, or unset the variable to send none.`,
    cause,
  })
}
