import type { EntityManager } from 'typeorm'
import type { Role } from '#lib/editorial'
import type { RoleRule } from '../../platform/config/role-rules.js'
import type { KnownElsewhere } from './known-elsewhere.js'

/** A role with the publication it is in, by name. */
export interface NamedRole {
  readonly publication: string
  readonly role: Role
}

/** What the rules make of somebody's groups; letters' case does not count in a group's name. */
export function rolesByGroup(rules: readonly RoleRule[], groups: readonly string[]): readonly NamedRole[] {
  const held = new Set(groups.map((group) => group.trim().toLowerCase()))
  return rules
    .filter((rule) => held.has(rule.group.toLowerCase()))
    .flatMap((rule) => rule.roles.map((role) => ({ publication: rule.publication, role })))
}

/**
 * Gives the roles the groups bring and takes back those they brought before and bring no more; a role given by hand stays.
 * Answers what changed, for the record.
 */
export async function settleRoles(
  tx: EntityManager,
  person: string,
  known: KnownElsewhere,
  rules: readonly RoleRule[],
): Promise<Readonly<Record<string, readonly NamedRole[]>>> {
  const wanted = JSON.stringify(rolesByGroup(rules, known.groups))
  const [taken] = (await tx.query(
    `DELETE FROM memberships m USING publications p WHERE p.id = m.publication AND m.person = $1 AND m.given_by = $2
       AND NOT EXISTS (SELECT 1 FROM jsonb_to_recordset($3::jsonb) AS w(publication text, role text) WHERE w.publication = p.name AND w.role = m.role)
     RETURNING p.name AS publication, m.role`,
    [person, known.provider, wanted],
  )) as [NamedRole[], number]
  const given = (await tx.query(
    `WITH made AS (
       INSERT INTO memberships (publication, person, role, given_by)
       SELECT p.id, $1, w.role, $2 FROM jsonb_to_recordset($3::jsonb) AS w(publication text, role text) JOIN publications p ON p.name = w.publication
       ON CONFLICT DO NOTHING RETURNING publication, role)
     SELECT p.name AS publication, made.role FROM made JOIN publications p ON p.id = made.publication ORDER BY 1, 2`,
    [person, known.provider, wanted],
  )) as NamedRole[]
  return { ...(given.length > 0 ? { given } : {}), ...(taken.length > 0 ? { taken } : {}) }
}
