import { type Role, roles } from '#lib/editorial'

/** Whoever belongs to the group elsewhere is this in the publication here. */
export interface RoleRule {
  /** As the provider names it: a plain name, or the whole distinguished name of a directory's group. */
  readonly group: string
  /** The publication's name. */
  readonly publication: string
  readonly roles: readonly Role[]
}

/** `group => publication: role role; …`; undefined when any rule is not of that form. */
export function readRoleRules(text: string): readonly RoleRule[] | undefined {
  const rules = text
    .split(/[;\n]/)
    .filter((one) => one.trim() !== '')
    .map(readRule)
  return rules.every((rule) => rule !== undefined) ? rules : undefined
}

function readRule(text: string): RoleRule | undefined {
  const [, group, publication, named] = /^(.+?)=>(.+)[:：]([^:：]+)$/s.exec(text) ?? []
  const given = (named ?? '').split(/[\s,+]+/).filter(Boolean)
  if (group === undefined || publication === undefined || given.length === 0 || !given.every(isRole)) return undefined
  return { group: group.trim(), publication: publication.trim(), roles: given }
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)
