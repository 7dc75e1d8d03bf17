/** The servers, or undefined with a line that says so; where servers are required, an error. */
export async function serversOrSkip<T>(start: () => Promise<T | undefined>): Promise<T | undefined> {
  const servers = await start()
  if (servers !== undefined) return servers
  const what = 'redis-server or postgresql is missing on this machine (Debian: apt-get install redis-server postgresql)'
  if (process.env.STANDPOINT_REQUIRE_SERVERS === '1') throw new Error(`The tests need servers: ${what}`)
  process.stderr.write(`Skipped the runs on a fleet under blows: ${what}\n`)
  return undefined
}
