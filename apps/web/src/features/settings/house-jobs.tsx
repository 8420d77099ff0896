import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type RenderAnswer, type RenderState, renderStates } from '#lib/editorial'
import { cancelHouseJob, readHouseJobs, retryHouseJob } from '../../lib/api/house-jobs.js'
import { shortMoment } from '../../lib/format.js'
import { useSpoken, useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { LineTable } from '../../ui/line-table.js'
import { Loaded } from '../../ui/loaded.js'
import { useSay } from '../../ui/say.js'
import { RenderTag } from '../../ui/state-tag.js'
import { Section } from './section.js'

/** House: a render takes seconds, so five of them show it moving; ms. */
const LOOK_EVERY = 5000

type Shown = RenderState | 'open'

/** The renders of every publication: what waits or runs, what failed and why, tried again or called off. */
export function HouseJobs() {
  const texts = useTexts()
  const { house } = texts
  const [shown, setShown] = useState<Shown>('open')
  const jobs = useQuery({
    queryKey: [...keys.houseJobs, shown],
    queryFn: () => readHouseJobs(shown === 'open' ? undefined : shown),
    refetchInterval: LOOK_EVERY,
  })
  const choices = [
    { value: 'open' as const, label: house.open },
    ...renderStates.map((state) => ({ value: state, label: texts.renderStates[state] })),
  ]
  return (
    <Section
      title={house.jobs}
      hint={house.jobsHint}
      actions={<Select<Shown> aria-label={house.which} value={shown} options={choices} onChange={setShown} popupMatchSelectWidth={false} />}
    >
      <Loaded of={jobs}>
        {({ items }) => (items.length === 0 ? <p className="quiet card-body">{house.noJobs}</p> : <JobTable jobs={items} />)}
      </Loaded>
    </Section>
  )
}

function JobTable({ jobs }: { readonly jobs: readonly RenderAnswer[] }) {
  const { house } = useTexts()
  return (
    <LineTable label={house.jobs} heads={[house.job, house.state, house.since, house.reason]}>
      {jobs.map((job) => (
        <JobRow key={job.id} job={job} />
      ))}
    </LineTable>
  )
}

function JobRow({ job }: { readonly job: RenderAnswer }) {
  const { texts, language } = useSpoken()
  const say = useSay()
  const client = useQueryClient()
  const inHand = job.state === 'queued' || job.state === 'running'
  const act = useMutation({
    mutationFn: () => (inHand ? cancelHouseJob(job.id) : retryHouseJob(job.id)),
    onError: say.problem,
    onSettled: () => client.invalidateQueries({ queryKey: keys.houseJobs }),
  })
  const step = job.step === null || !inHand ? '' : texts.edition.steps[job.step]
  return (
    <tr>
      <td>
        {job.issueName} <span className="quiet small">{texts.edition.purposes[job.purpose]}</span>
      </td>
      <td>
        <RenderTag state={job.state} />
      </td>
      <td className="unbroken">{shortMoment(job.requestedAt, language)}</td>
      <td>
        {job.error?.message ?? step} {job.attempt > 1 && <span className="quiet small">{texts.edition.attempt(job.attempt)}</span>}
      </td>
      <td>
        {job.state !== 'done' && (
          <Button size="small" loading={act.isPending} onClick={() => act.mutate()}>
            {inHand ? texts.edition.cancel : texts.retry}
          </Button>
        )}
      </td>
    </tr>
  )
}
