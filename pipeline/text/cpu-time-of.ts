/** Processor time that a call takes, in milliseconds: for tests of time, which a busy machine must not fail. */
export function cpuTimeOf(run: () => unknown): number {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
