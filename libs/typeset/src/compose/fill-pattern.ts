/** What the slots of a pattern stand for; null where it is not known. */
export type Slots = Readonly<Record<string, string | null>>

const BRACKETED = /[（(][^（()）]*\{([^{}]+)\}[^（()）]*[）)]/g
const SLOT = /\{([^{}]+)\}/g

/** Slots that only the pages can fill; they stay as they are. */
const LATE: ReadonlySet<string> = new Set(['page', 'pages'])

/** A pattern with its slots filled. A bracket whose slot is unknown is left out whole; any other unknown slot leaves out the whole line (null): nothing is invented. */
export function fillPattern(pattern: string, slots: Slots): string | null {
  const kept = pattern.replace(BRACKETED, (part, slot: string) => (isUnknown(slot, slots) && part !== pattern ? '' : part))
  if ([...kept.matchAll(SLOT)].some(([, slot]) => isUnknown(slot ?? '', slots))) return null
  return kept.replace(SLOT, (whole, slot: string) => (LATE.has(slot) ? whole : (slots[slot] ?? '')))
}

function isUnknown(slot: string, slots: Slots): boolean {
  if (LATE.has(slot)) return false
  const value = slots[slot]
  return value === null || value === undefined || value === ''
}

/** Parts of a pattern joined by a wide blank; those with an unknown slot are left out. Null when nothing is left. */
export function fillParts(parts: readonly string[], slots: Slots): string | null {
  const filled = parts.map((part) => fillPattern(part, slots)).filter((part): part is string => part !== null)
  return filled.length === 0 ? null : filled.join('\u3000')
}
