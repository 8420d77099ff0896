import { useTexts } from '../../lib/language.js'
import { usePerson } from '../../lib/session.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { HouseJobs } from './house-jobs.js'
import { HousePublications } from './house-publications.js'
import { PeopleTable } from './people-table.js'
import { UnitAccounts } from './unit-accounts.js'

/** What the house administrator looks after: who may sign in, and which publications there are. */
export function HousePage() {
  const texts = useTexts()
  const { houseAdministrator } = usePerson()
  if (!houseAdministrator) return <Note tone="warn" title={texts.notFound} />
  return (
    <>
      <PageHead title={texts.settings.houseTitle} />
      <div className="stack">
        <HousePublications />
        <PeopleTable />
        <UnitAccounts />
        <HouseJobs />
      </div>
    </>
  )
}
