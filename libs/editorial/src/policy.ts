import type { Actor, Role } from './roles.js'
import { rolesIn } from './roles.js'

/**
 * Who may do what, as sentences: `can(actor, 'submit issues', publication)`.
 * These say which role an act belongs to; whether the act fits the moment is the workflow's word.
 */
const actsOfRoles = {
  'read the publication': ['editor', 'reviewer', 'releaser', 'administrator'],
  'collect sources': ['editor'],
  'edit articles': ['editor'],
  'assemble issues': ['editor'],
  'submit issues': ['editor'],
  'comment on issues': ['editor', 'reviewer', 'administrator'],
  'decide in review': ['reviewer'],
  'set review days': ['editor', 'administrator'],
  'keep the roster': ['editor', 'administrator'],
  'let rules rest': ['editor', 'administrator'],
  'keep the error ledger': ['editor', 'reviewer', 'administrator'],
  'share editions': ['editor', 'releaser', 'administrator'],
  'render drafts': ['editor', 'reviewer', 'releaser'],
  'render for release': ['editor', 'releaser'],
  'release editions': ['releaser'],
  'recall editions': ['releaser', 'administrator'],
  'download editions': ['editor', 'reviewer', 'releaser', 'administrator'],
  'sign off missing sources': ['editor', 'administrator'],
  'grant review exceptions': ['administrator'],
  'change the publication': ['administrator'],
  'change members': ['administrator'],
  'read the audit': ['administrator'],
} as const satisfies Record<string, readonly Role[]>

const actsOfTheHouse = ['make publications', 'manage people', 'run operations'] as const

export type PublicationAct = keyof typeof actsOfRoles
export type HouseAct = (typeof actsOfTheHouse)[number]

export const publicationActs = Object.keys(actsOfRoles) as PublicationAct[]
export const houseActs: readonly HouseAct[] = actsOfTheHouse

/** Whether one of the person's roles in this publication carries the act. */
export function can(actor: Actor, act: PublicationAct, publication: string): boolean {
  const held: readonly Role[] = rolesIn(actor, publication)
  if (actor.houseAdministrator && (act === 'change members' || act === 'change the publication' || act === 'read the publication'))
    return true
  return (actsOfRoles[act] as readonly Role[]).some((role) => held.includes(role))
}

/** Whether the person may do something that belongs to no publication. */
export const canInHouse = (actor: Actor, _act: HouseAct): boolean => actor.houseAdministrator

/** A publication is visible to whoever holds any role in it, and to the house administrator. */
export const canSee = (actor: Actor, publication: string): boolean => actor.houseAdministrator || rolesIn(actor, publication).length > 0
