import { describe, expect, it } from 'vitest'
import { connectionRule } from './connection-rule.ts'

const PUBLIC = '93.184.215.14'

describe('the rule for connections', () => {
  it.each([80, 443, 8080, 8443])('lets public addresses through on port %i', (port) => {
    expect(connectionRule([])({ host: 'daily.example', port, address: PUBLIC })).toBe(true)
  })

  it.each([21, 22, 25, 53, 110, 3306, 6379, 11211, 65_535])('lets nothing through on port %i', (port) => {
    expect(connectionRule([])({ host: 'daily.example', port, address: PUBLIC })).toBe(false)
  })

  it('lets nothing through to this machine, by its public address either', () => {
    const rule = connectionRule([], () => ['127.0.0.1', PUBLIC, '2606:4700::1'])
    expect(rule({ host: 'daily.example', port: 80, address: PUBLIC })).toBe(false)
    expect(rule({ host: 'daily.example', port: 80, address: `::ffff:${PUBLIC}` })).toBe(false)
    expect(rule({ host: 'daily.example', port: 443, address: '2606:4700:0::1' })).toBe(false)
    expect(rule({ host: 'daily.example', port: 80, address: '93.184.215.15' })).toBe(true)
  })

  it('lets a name on its port through, whatever address it has', () => {
    const rule = connectionRule(['CMS.newsroom.example:8000'])
    expect(rule({ host: 'cms.newsroom.example', port: 8000, address: '10.0.0.1' })).toBe(true)
    expect(rule({ host: 'cms.newsroom.example', port: 80, address: '10.0.0.1' })).toBe(false)
    expect(rule({ host: 'other.example', port: 8000, address: '10.0.0.1' })).toBe(false)
    expect(rule({ host: 'xcms.newsroom.example', port: 8000, address: '10.0.0.1' })).toBe(false)
  })

  it.each([
    ['10.1.2.3:80', '10.1.2.3'],
    ['[fd12::3]:80', 'fd12::3'],
  ])('lets the address of %s through, by whatever name', (entry, address) => {
    const rule = connectionRule([entry])
    expect(rule({ host: 'cms.example', port: 80, address })).toBe(true)
    expect(rule({ host: 'cms.example', port: 81, address })).toBe(false)
    expect(rule({ host: 'cms.example', port: 80, address: '10.1.2.4' })).toBe(false)
  })

  it.each([
    ['10.1.0.0/16', '10.1.255.255', '10.2.0.0'],
    ['fd12::/64', 'fd12::ffff', 'fd12:0:0:1::'],
  ])('lets all of %s through, on every port', (entry, inside, outside) => {
    const rule = connectionRule([entry])
    expect(rule({ host: 'cms.example', port: 3000, address: inside })).toBe(true)
    expect(rule({ host: 'cms.example', port: 3000, address: outside })).toBe(false)
  })

  it.each([
    '',
    'cms.example',
    'cms.example:0',
    'cms.example:70000',
    '10.0.0.0/33',
    '10.0.0.0/x',
    'http://cms.example:80',
    'a b:80',
    'u@cms:80',
    '*:80/',
  ])('refuses %j as an entry', (entry) => {
    expect(() => connectionRule([entry])).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', where: entry }))
  })
})
