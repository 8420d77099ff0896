/** What a person may be in one publication. */
export const roles = ['editor', 'reviewer', 'releaser', 'administrator'] as const
export type Role = (typeof roles)[number]

/** A signed-in person as the rules see them. */
export interface Actor {
  readonly id: string
  /** Looks after the whole house: makes publications and people, has no say in content. */
  readonly houseAdministrator: boolean
  /** Roles by publication id; no entry means the publication does not exist for them. */
  readonly roles: Readonly<Record<string, readonly Role[]>>
}

export const rolesIn = (actor: Actor, publication: string): readonly Role[] =>
  Object.hasOwn(actor.roles, publication) ? (actor.roles[publication] ?? []) : []
