import { StandpointError } from '../../pipeline/schema/errors.ts'

/**
 * What a request over the network failed with, in words that name no address: the text of a foreign error often holds the one that
 * a name has, so it is neither repeated nor kept as `cause`. Undefined for what is a fault of ours.
 */
export function unreachable(cause: unknown): StandpointError | undefined {
  const code = codeOf(cause)
  if (code === undefined || code === 'UND_ERR_INVALID_ARG') return undefined
  const known = REASONS.find(({ pattern }) => pattern.test(code))
  return new StandpointError('URL_UNREACHABLE', known?.what ?? 'The server does not answer, or breaks off', {
    fix: known?.fix ?? 'Check the address, or try again later.',
  })
}

const REASONS = [
  {
    pattern: /^TimeoutError$|TIMEOUT$|^ETIMEDOUT$/,
    what: 'The server takes too long to answer',
    fix: 'Try again later.',
  },
  {
    pattern: /CERT|ERR_TLS|ERR_SSL|SELF_SIGNED/,
    what: 'The server has no valid certificate',
    fix: 'Renew the certificate, or give another address.',
  },
  {
    pattern: /^Z_|BROTLI|_ERROR_FORMAT/,
    what: 'The page is packed and cannot be unpacked',
    fix: 'Try again later, or send the text of the article.',
  },
] as const

/** Errors of sockets, of name services, of TLS, of zlib and of undici all have a code. */
function codeOf(cause: unknown): string | undefined {
  if (!(cause instanceof Error) || cause instanceof TypeError) return undefined
  if (cause.name === 'TimeoutError') return cause.name
  return 'code' in cause ? String(cause.code) : undefined
}
