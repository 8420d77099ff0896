import { describe, expect, it } from 'vitest'
import { can, canInHouse, canSee, publicationActs } from './policy.js'
import { type Role, roles } from './roles.js'

const someone = (...held: Role[]) => ({ id: 'p', houseAdministrator: false, roles: { 江州高教: held } })

/** What each role may do, written down a second time on purpose: a change here is a decision. */
const table: Record<Role, string[]> = {
  editor: [
    'read the publication',
    'collect sources',
    'edit articles',
    'assemble issues',
    'submit issues',
    'comment on issues',
    'set review days',
    'keep the roster',
    'let rules rest',
    'keep the error ledger',
    'share editions',
    'render drafts',
    'render for release',
    'download editions',
    'sign off missing sources',
  ],
  reviewer: [
    'read the publication',
    'comment on issues',
    'decide in review',
    'keep the error ledger',
    'render drafts',
    'download editions',
  ],
  releaser: [
    'read the publication',
    'share editions',
    'render drafts',
    'render for release',
    'release editions',
    'recall editions',
    'download editions',
  ],
  administrator: [
    'read the publication',
    'comment on issues',
    'set review days',
    'keep the roster',
    'let rules rest',
    'keep the error ledger',
    'share editions',
    'recall editions',
    'download editions',
    'sign off missing sources',
    'grant review exceptions',
    'change the publication',
    'change members',
    'read the audit',
  ],
}

describe('who may do what', () => {
  it.each(roles)('%s', (role) => expect(publicationActs.filter((act) => can(someone(role), act, '江州高教'))).toEqual(table[role]))

  it('gives nothing in another publication', () => {
    for (const role of roles) expect(publicationActs.filter((act) => can(someone(role), act, '别的刊物'))).toEqual([])
    expect(canSee(someone('editor'), '别的刊物')).toBe(false)
  })
  it('keeps the house administrator out of the content', () => {
    const administrator = { id: 'a', houseAdministrator: true, roles: {} }
    expect(publicationActs.filter((act) => can(administrator, act, '江州高教'))).toEqual([
      'read the publication',
      'change the publication',
      'change members',
    ])
    expect(canInHouse(administrator, 'make publications')).toBe(true)
    expect(canInHouse(someone('administrator'), 'manage people')).toBe(false)
  })
  it('is not fooled by names every object has', () =>
    expect(canSee({ id: 'p', houseAdministrator: false, roles: {} }, 'constructor')).toBe(false))
})
