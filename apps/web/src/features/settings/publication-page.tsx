import { Link, useParams } from 'react-router'
import { can } from '#lib/editorial'
import { useTexts } from '../../lib/language.js'
import { usePublications } from '../../lib/publications.js'
import { useActor } from '../../lib/session.js'
import { Loaded } from '../../ui/loaded.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { Members } from './members.js'
import { PublicationForm } from './publication-form.js'

/** 设置: what a publication is called, how it is numbered, its columns and stages, and who is what in it. */
export function PublicationPage() {
  const texts = useTexts()
  const { publication: id = '' } = useParams()
  const actor = useActor()
  const publications = usePublications()
  return (
    <Loaded of={publications}>
      {(all) => {
        const publication = all.find((one) => one.id === id)
        if (publication === undefined) return <Note tone="warn" title={texts.notFound} />
        const mayChange = can(actor, 'change the publication', id)
        return (
          <>
            <PageHead
              title={texts.settings.title}
              aside={publication.name}
              actions={
                <>
                  <Link to="feeds">{texts.feed.title}</Link>
                  <Link to="sites">{texts.siteRule.title}</Link>
                  <Link to="roster">{texts.roster.title}</Link>
                  <Link to="ignores">{texts.ignores.title}</Link>
                  {can(actor, 'read the audit', id) && <Link to="audit">{texts.settings.audit}</Link>}
                </>
              }
            />
            <div className="stack">
              {!mayChange && <Note title={texts.settings.readOnly} />}
              <PublicationForm key={`${publication.id} ${publication.version}`} publication={publication} mayChange={mayChange} />
              <Members publication={publication.id} mayChange={can(actor, 'change members', id)} />
            </div>
          </>
        )
      }}
    </Loaded>
  )
}
