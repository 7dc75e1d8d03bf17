import { spawn } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const main = join(import.meta.dirname, '..', 'cli', 'main.ts')

it('a server that npm started ends in order when npm is stopped, which ends the shell between them alone', {
  timeout: 120_000,
}, async () => {
  const data = await mkdtemp(join(tmpdir(), 'standpoint-npm-'))
  const command = [process.execPath, main, 'serve', '--port', '0', '--data', data]
  const shell = spawn('sh', ['-c', '"$0" "$@"; true', ...command], {
    env: { PATH: process.env.PATH, HOME: data, npm_lifecycle_event: 'start', npm_package_name: 'standpoint' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const { promise: serves, resolve } = Promise.withResolvers<void>()
  shell.stdout.on('data', (chunk) => {
    said += String(chunk)
    if (said.includes('Standpoint serves at')) resolve()
  })
  shell.stderr.on('data', (chunk) => (said += String(chunk)))
  const everyOutputEnds = new Promise((done) => shell.once('close', done))
  await serves
  shell.kill('SIGTERM')
  await everyOutputEnds
  expect(said).toContain('Rules analyse the articles')
  expect(said).toContain('Stopping: what is in work may end')
})
