import { describe, expect, it } from 'vitest'
import { readCasAnswer, readCasLogout } from './cas-answer.js'

const answered = (inside: string): string => `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inside}</cas:serviceResponse>`
const success = (inside: string): string => answered(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`)

describe('the answer of a CAS server', () => {
  it('names a person and what they belong to', () => {
    const inside = `
      <cas:user>20240017</cas:user>
      <cas:attributes><cas:cn>林溪</cas:cn><cas:memberOf>编辑部</cas:memberOf><cas:memberOf>R&amp;D</cas:memberOf></cas:attributes>`
    expect(readCasAnswer(success(inside))).toEqual({ user: '20240017', attributes: { cn: ['林溪'], memberOf: ['编辑部', 'R&D'] } })
  })
  it('is the same under any prefix, and without attributes', () => {
    const plain = '<serviceResponse><authenticationSuccess><user>lin</user></authenticationSuccess></serviceResponse>'
    expect(readCasAnswer(plain)).toEqual({ user: 'lin', attributes: {} })
  })
  it('may refuse', () => {
    expect(readCasAnswer(answered('<cas:authenticationFailure code="INVALID_TICKET">used</cas:authenticationFailure>'))).toEqual({
      refused: 'INVALID_TICKET',
    })
  })
  it('is the whole name, whatever stands between its letters', () => {
    expect(readCasAnswer(success('<cas:user>admin<!-- -->.evil</cas:user>'))).toEqual({ user: 'admin.evil', attributes: {} })
  })
  it.each([
    ['nothing', ''],
    ['a page', '<html><body>Sign in</body></html>'],
    ['nobody', success('<cas:user> </cas:user>')],
    ['two people', success('<cas:user>a</cas:user><cas:user>b</cas:user>')],
    ['yes and no', answered('<authenticationSuccess><user>a</user></authenticationSuccess><authenticationFailure code="X"/>')],
    ['two answers', `${success('<cas:user>a</cas:user>')}${success('<cas:user>b</cas:user>')}`],
    ['a name outside its place', answered('<cas:user>a</cas:user>')],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${success('<cas:user>&a;</cas:user>')}`],
    ['a tower', success(`<cas:user>a</cas:user>${'<x>'.repeat(50)}`)],
  ])('%s is none', (_, xml) => {
    expect(() => readCasAnswer(xml)).toThrow(/CAS server/)
  })
})

it('a logout names its ticket', () => {
  const request =
    '<samlp:LogoutRequest ID="1"><saml:NameID>@NOT_USED@</saml:NameID><samlp:SessionIndex>ST-7</samlp:SessionIndex></samlp:LogoutRequest>'
  expect(readCasLogout(request)).toBe('ST-7')
  expect(readCasLogout('<samlp:LogoutRequest/>')).toBeUndefined()
  expect(readCasLogout('<other><SessionIndex>ST-7</SessionIndex></other>')).toBeUndefined()
})
