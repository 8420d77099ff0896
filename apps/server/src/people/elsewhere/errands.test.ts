import { expect, it } from 'vitest'
import { pathWithin } from './errands.js'

it.each([
  ['/p/1/issues?year=2024#top', '/p/1/issues?year=2024#top'],
  ['/', '/'],
  ['', '/'],
  ['//elsewhere.example/x', '/'],
  ['/\\elsewhere.example', '/'],
  ['/\t/elsewhere.example', '/'],
  ['/.//elsewhere.example', '/'],
  ['/%2e//elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
  ['javascript:alert(1)', '/'],
  ['/sign-in?to=/', '/'],
  ['/api/v1/session', '/'],
])('after signing in for %j one comes to %j', (to, place) => {
  expect(pathWithin(to)).toBe(place)
})
