import { BlockList } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPublicAddress } from './public-address.ts'

/** What the registries of the IANA call anything but global, and the multicast and reserved blocks; written down apart from the code. */
const SPECIAL_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['168.63.129.16', 32],
] as const

const special = new BlockList()
for (const [base, length] of SPECIAL_V4) special.addSubnet(base, length)

const dotted = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255).join('.')
const numberOf = (address: string) => address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)

describe('a public address', () => {
  it('is one of IPv4 outside of every special range', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff).map(dotted), (address) => isPublicAddress(address) === !special.check(address)),
      { numRuns: 5_000 },
    )
  })

  it('is told from a special one to the last address', () => {
    const edges = SPECIAL_V4.flatMap(([base, length]) => {
      const first = numberOf(base)
      const last = first + 2 ** (32 - length) - 1
      return [first - 1, first, last, last + 1].filter((number) => number >= 0 && number <= 0xffffffff).map(dotted)
    })
    const wrong = edges.filter((address) => isPublicAddress(address) === special.check(address))
    expect(wrong).toEqual([])
  })

  it.each(['2606:4700::6810:85e5', '2a00:1450:4001:830::200e', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'])(
    'is %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  const notPublic = {
    unspecified: '::',
    loopback: '::1',
    'compatible with IPv4': '::127.0.0.1',
    'loopback, mapped': '::ffff:127.0.0.1',
    'metadata, mapped, in hexadecimal': '::ffff:a9fe:a9fe',
    'private, translated': '::ffff:0:10.0.0.1',
    'private, through NAT64': '64:ff9b::10.0.0.1',
    'metadata, through NAT64': '64:ff9b::a9fe:a9fe',
    'of a NAT64 of one’s own': '64:ff9b:1::808:808',
    'to be discarded': '100::1',
    Teredo: '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    benchmarks: '2001:2::1',
    ORCHID: '2001:20::1',
    documentation: '2001:db8::1',
    'more documentation': '3fff::1',
    '6to4 of loopback': '2002:7f00:1::1',
    '6to4 of a public address': '2002:808:808::1',
    AS112: '2620:4f:8000::1',
    'segment routing': '5f00::1',
    'not handed out': '4000::1',
    'nor this': 'e000::1',
    'unique local': 'fc00::1',
    'metadata of AWS': 'fd00:ec2::254',
    'metadata of Google': 'fd20:ce::254',
    'link-local': 'fe80::1',
    'link-local, with a zone': 'fe80::1%eth0',
    'public, with a zone': '2606:4700::1%eth0',
    'site-local': 'fec0::1',
    multicast: 'ff02::1',
    'metadata of most clouds': '169.254.169.254',
    'metadata of Alibaba': '100.100.100.200',
    'metadata of Oracle': '192.0.0.192',
    'metadata of Azure': '168.63.129.16',
    'with an octal part': '010.0.0.1',
    'a number': '2130706433',
    'a name': 'localhost',
    nothing: '',
  }
  it.each(Object.entries(notPublic))('is none that is %s: %s', (_what, address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})
