import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type SyntheticEvent, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { can, type PastBatchAnswer } from '#lib/editorial'
import { makePastBatch, readPastBatches } from '../../lib/api/past-issues.js'
import { dateText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useActor } from '../../lib/session.js'
import { Field } from '../../ui/field.js'
import { Loaded } from '../../ui/loaded.js'
import { PageHead } from '../../ui/page-head.js'
import { useSay } from '../../ui/say.js'
import styles from './past.module.css'

/** 成批导入: the batches of past bulletins, how far each is, and a new one. */
export function BatchesPage() {
  const { texts } = useSpoken()
  const { publication = '' } = useParams()
  const mayImport = can(useActor(), 'collect sources', publication)
  const batches = useQuery({ queryKey: keys.pastBatches(publication), queryFn: () => readPastBatches(publication) })
  return (
    <>
      <PageHead title={texts.past.batchesTitle} above={<Link to={`/p/${publication}/archive`}>{texts.archive.title}</Link>} />
      <div className="stack">
        {mayImport && <NewBatch publication={publication} />}
        <Loaded of={batches}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="card card-body quiet">{texts.past.none}</p>
            ) : (
              <section className="card" aria-label={texts.past.batchesTitle}>
                <table className="lines">
                  <tbody>
                    {items.map((batch) => (
                      <BatchRow key={batch.id} batch={batch} />
                    ))}
                  </tbody>
                </table>
              </section>
            )
          }
        </Loaded>
      </div>
    </>
  )
}

function NewBatch({ publication }: { readonly publication: string }) {
  const { texts } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const make = useMutation({
    mutationFn: () => makePastBatch(publication, name.trim()),
    onSuccess: async (batch) => {
      await client.invalidateQueries({ queryKey: keys.pastBatches(publication) })
      await navigate(batch.id)
    },
    onError: say.problem,
  })
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') make.mutate()
  }
  return (
    <form className={`card card-body ${styles.form}`} onSubmit={submit}>
      <p>{texts.past.lead}</p>
      <Field label={texts.past.name} hint={texts.past.nameHint}>
        {(wiring) => <Input {...wiring} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
      </Field>
      <div>
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={make.isPending}>
          {texts.past.make}
        </Button>
      </div>
    </form>
  )
}

function BatchRow({ batch }: { readonly batch: PastBatchAnswer }) {
  const { texts, language } = useSpoken()
  return (
    <tr>
      <td>
        <Link to={batch.id}>{batch.name}</Link>
      </td>
      <td className="numeric">{texts.past.progress(batch.done, batch.files)}</td>
      <td className="numeric">{texts.past.articles(batch.articles)}</td>
      <td className="quiet">
        {[batch.failed > 0 ? texts.past.failedOf(batch.failed) : '', batch.doubts > 0 ? texts.past.openDoubts(batch.doubts) : '']
          .filter((part) => part !== '')
          .join('　')}
      </td>
      <td className="quiet unbroken">{dateText(batch.madeAt, language)}</td>
    </tr>
  )
}
