import { describe, expect, it } from 'vitest'
import { refuseAddress } from './refuse-address.ts'

const hosts: Readonly<Record<string, string[]>> = {
  'news.example': ['93.184.215.14'],
  'inside.example': ['10.1.2.3'],
  'both.example': ['93.184.215.14', '127.0.0.1'],
}
const resolve = async (host: string) => hosts[host] ?? (host.endsWith('.example') ? [] : [host])
const check = (url: string, allow: string[] = []) => refuseAddress(url, { allow, resolve })

describe('refusing an address before anything is sent there', () => {
  it.each([
    'http://inside.example/hook',
    'https://both.example/hook',
    'http://127.0.0.1/hook',
    'http://[::1]/hook',
    'http://0x7f.1/hook',
    'https://news.example:22/',
    'https://nobody.example/',
    'https://me:secret@news.example/',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    await expect(check(url)).rejects.toMatchObject({ code: 'URL_REFUSED' })
  })

  it('lets public servers pass, and those that the operator lets through', async () => {
    await check('https://news.example/hook')
    await check('http://inside.example/hook', ['inside.example:80'])
  })

  it('lets a name pass that cannot be looked up at the moment', async () => {
    const away = async () => Promise.reject(Object.assign(new Error('no answer'), { code: 'EAI_AGAIN' }))
    await refuseAddress('https://news.example/hook', { allow: [], resolve: away })
  })
})
