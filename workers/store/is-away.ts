/**
 * True when a database could not be reached, ended the connection or is starting: nothing is wrong with what was asked, and it may
 * be asked again. On the embedded store never, since it is in this process.
 */
export function isAway(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 6; each = each.cause, depth++) {
    const code = 'code' in each && typeof each.code === 'string' ? each.code : ''
    if (SYSTEM.has(code) || /^(?:08...|57P0[1-5]|53300)$/.test(code)) return true
    // pg names neither a connection that breaks off nor a wait for one that is too long.
    if (
      /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Connection is closed)/i.test(
        each.message,
      )
    )
      return true
    if (each instanceof AggregateError && each.errors.some(isAway)) return true
  }
  return false
}

const SYSTEM: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
