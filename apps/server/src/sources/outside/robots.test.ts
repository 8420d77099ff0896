import { describe, expect, it } from 'vitest'
import { isBarred } from './robots.js'

const robots = `# a house
User-agent: *
Disallow: /private/
Disallow: /*.php$
Allow: /private/open

User-agent: Bianyin
User-agent: other
Disallow: /news/`

describe('robots.txt', () => {
  it.each([
    ['/list.html', 'somebody', false],
    ['/private/a', 'somebody', true],
    ['/private/open/a', 'somebody', false],
    ['/a/b.php', 'somebody', true],
    ['/a/b.php?x=1', 'somebody', false],
    ['/private/a', 'bianyin', false],
    ['/news/a', 'bianyin', true],
  ])('%s for %s', (path, name, barred) => expect(isBarred(robots, path, name)).toBe(barred))

  it.each([
    ['', false],
    ['<html>not found</html>', false],
    ['User-agent: *\nDisallow:', false],
    ['User-agent: *\nDisallow: /', true],
  ])('%j', (text, barred) => expect(isBarred(text, '/a', 'bianyin')).toBe(barred))

  it('a rule of a thousand stars costs nothing', () => {
    const began = performance.now()
    isBarred(`User-agent: *\nDisallow: /${'a*'.repeat(12)}b`, `/${'a'.repeat(200)}`, 'x')
    expect(performance.now() - began).toBeLessThan(2000)
  })
})
