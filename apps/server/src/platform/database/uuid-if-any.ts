/** What a list goes on after, if it is an id at all; compared as text it would read the whole table. `param`: `:after` or `$2`. */
export const uuidIfAny = (param: string): string =>
  `CASE WHEN ${param}::text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN ${param}::text::uuid END`
