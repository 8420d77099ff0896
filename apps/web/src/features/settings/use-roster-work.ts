import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RosterEntry, RosterLine } from '#lib/editorial'
import { addRosterLine, changeRosterLine, importRoster, removeRosterLine } from '../../lib/api/roster.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'

interface Kept {
  readonly line: RosterLine | null
  readonly entry: RosterEntry
}

/** What is done to the roster; the list is read again after each. */
export function useRosterWork(publication: string) {
  const texts = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const after = { onError: say.problem, onSettled: () => client.invalidateQueries({ queryKey: keys.roster(publication) }) }
  const keep = useMutation({
    mutationFn: ({ line, entry }: Kept) =>
      line === null ? addRosterLine(publication, entry) : changeRosterLine(line.id, line.version, entry),
    onSuccess: () => say.done(texts.saved),
    ...after,
  })
  const remove = useMutation({ mutationFn: ({ id, version }: RosterLine) => removeRosterLine(id, version), ...after })
  const take = useMutation({ mutationFn: (file: File) => importRoster(publication, file), ...after })
  return { keep, remove, take }
}

export type RosterWork = ReturnType<typeof useRosterWork>
