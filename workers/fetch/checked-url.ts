import { StandpointError } from '../../pipeline/schema/errors.ts'

const LONGEST_URL = 4_000

/**
 * An address as it may be asked for: http or https, without user and password, without fragment. Its host stands in the one form
 * that the URL Standard gives it (`http://0x7f.1` is `127.0.0.1`, full-width digits are digits), so what is checked later is what is
 * connected to. Whether that may be reached, the connection tells (`checkedConnector`).
 * @param base of a redirect: where it came from
 * @throws StandpointError URL_REFUSED
 */
export function checkedUrl(address: string, base?: URL): URL {
  if (address.length > LONGEST_URL || !URL.canParse(address, base)) throw refused('This is no address of a web page')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused('Only http and https are fetched')
  if (url.username !== '' || url.password !== '') throw refused('An address with a user or password is not fetched')
  url.hash = ''
  return url
}

/** As it may be shown and logged: what stands before `?`, which often holds keys, without user and password. */
export function shownUrl(address: string): string {
  if (!URL.canParse(address)) return address.slice(0, 100)
  const { protocol, host, pathname } = new URL(address)
  return `${protocol}//${host}${pathname}`.slice(0, 300)
}

function refused(what: string): StandpointError {
  return new StandpointError('URL_REFUSED', what, {
    fix: 'Give an address such as https://daily.example/news/one-article.',
  })
}
