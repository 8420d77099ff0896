import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input } from 'antd'
import { type SyntheticEvent, useState } from 'react'
import type { PastIssueAnswer, RepairsAnswer } from '#lib/editorial'
import { readRepairs, repairPastIssue } from '../../lib/api/past-issues.js'
import { useTexts } from '../../lib/language.js'
import { keys } from '../../lib/query-keys.js'
import { useSay } from '../../ui/say.js'
import { Tag } from '../../ui/state-tag.js'
import styles from './past.module.css'
import {
  type Chosen,
  chosenOf,
  confirmed,
  isPartly,
  isSame,
  isTicked,
  isWordTicked,
  type Pair,
  pairKey,
  pairsOf,
  ticked,
  wordTicked,
} from './repair-choice.js'

interface RepairPanelProps {
  readonly issue: PastIssueAnswer
  readonly mayRepair: boolean
}

/** 校字: suspected characters in their words, to be ticked and mended all at once; shown where there is anything to mend or mended. */
export function RepairPanel({ issue, mayRepair }: RepairPanelProps) {
  const repairs = useQuery({
    queryKey: keys.pastRepairs(issue.publication, issue.id, issue.finishedAt),
    queryFn: () => readRepairs(issue.id),
    enabled: issue.state === 'done',
  })
  if (repairs.data === undefined || (!issue.damaged && repairs.data.repairs.length === 0)) return null
  return <Choice key={issue.finishedAt} issue={issue} repairs={repairs.data} mayRepair={mayRepair} />
}

function Choice({ issue, repairs, mayRepair }: RepairPanelProps & { readonly repairs: RepairsAnswer }) {
  const { past } = useTexts()
  const say = useSay()
  const client = useQueryClient()
  const [own, setOwn] = useState<Pair[]>([])
  const [chosen, setChosen] = useState(() => chosenOf(repairs.repairs))
  const pairs = [...pairsOf(repairs), ...own]
  const apply = useMutation({
    mutationFn: () => repairPastIssue(issue.id, { repairs: confirmed(pairs, chosen) }),
    onSuccess: async () => {
      say.done(past.applied)
      await client.invalidateQueries({ queryKey: keys.pastBatches(issue.publication) })
    },
    onError: say.problem,
  })
  const tick = (pair: Pair, on: boolean): void => setChosen((before) => ticked(before, pair, on))
  const all = (): void =>
    setChosen((before) => pairs.reduce((sofar, pair) => (hasMeaning(sofar, pair) ? sofar : ticked(sofar, pair, true)), before))
  const tickWord = (pair: Pair, word: string, on: boolean): void => setChosen((before) => wordTicked(before, pair, word, on))
  return (
    <section className="card" aria-label={past.repair}>
      <div className={`card-body ${styles.form}`}>
        <h2>{past.repair}</h2>
        <p>{past.repairLead}</p>
      </div>
      {pairs.length === 0 ? (
        <p className="card-body quiet">{past.sound}</p>
      ) : (
        <PairTable pairs={pairs} chosen={chosen} mayRepair={mayRepair} onTick={tick} onWord={tickWord} />
      )}
      {mayRepair && (
        <div className={`card-body ${styles.send}`}>
          <Button type="primary" loading={apply.isPending} disabled={isSame(chosen, repairs.repairs)} onClick={() => apply.mutate()}>
            {past.apply(Object.keys(chosen).length)}
          </Button>
          <Button onClick={all}>{past.all}</Button>
          <Button onClick={() => setChosen({})}>{past.noneChosen}</Button>
          <OwnPair
            onAdd={(pair) => {
              setOwn((before) => [...before, pair])
              tick(pair, true)
            }}
          />
        </div>
      )}
    </section>
  )
}

const hasMeaning = (chosen: Chosen, { printed }: Pair): boolean => Object.keys(chosen).some((key) => key.startsWith(`${printed}→`))

interface PairTableProps {
  readonly pairs: readonly Pair[]
  readonly chosen: Chosen
  readonly mayRepair: boolean
  readonly onTick: (pair: Pair, on: boolean) => void
  readonly onWord: (pair: Pair, word: string, on: boolean) => void
}

function PairTable({ pairs, chosen, mayRepair, onTick, onWord }: PairTableProps) {
  const { past } = useTexts()
  return (
    <table className="lines" aria-label={past.suspects}>
      <thead>
        <tr>
          <th>
            {past.printed} → {past.standsFor}
          </th>
          <th className="numeric">{past.count}</th>
          <th>{past.uses}</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map((pair) => (
          <tr key={pairKey(pair)}>
            <td className="unbroken">
              <Checkbox
                checked={isTicked(chosen, pair)}
                indeterminate={isPartly(chosen, pair)}
                disabled={!mayRepair}
                aria-label={past.tick(pair.printed, pair.standsFor)}
                onChange={(event) => onTick(pair, event.target.checked || isPartly(chosen, pair))}
              >
                <span className={styles.pair}>
                  {pair.printed} → {pair.standsFor}
                </span>
              </Checkbox>
            </td>
            <td className="numeric">{pair.from === 'suspected' ? pair.count : ''}</td>
            <td>
              <PairOrigin pair={pair} />
              <PairWords pair={pair} chosen={chosen} mayRepair={mayRepair} onWord={onWord} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PairOrigin({ pair }: { readonly pair: Pair }) {
  const { past } = useTexts()
  if (pair.from === 'remembered') return <Tag>{past.remembered}</Tag>
  if (pair.from !== 'confirmed') return null
  return (
    <>
      <Tag tone="good">{past.made}</Tag> <span className="quiet">{past.madeOf(pair.count ?? 0)}</span>
    </>
  )
}

/** Its words, each to be ticked by itself where the character is right in some of them. */
function PairWords({ pair, chosen, mayRepair, onWord }: Omit<PairTableProps, 'pairs' | 'onTick'> & { readonly pair: Pair }) {
  const { past } = useTexts()
  if (pair.uses.length === 0) return null
  return (
    <ul className={styles.uses}>
      {pair.uses.map((use) => (
        <li key={use.printed}>
          <Checkbox
            checked={isWordTicked(chosen, pair, use.printed)}
            disabled={!mayRepair}
            aria-label={past.tick(use.printed, use.repaired)}
            onChange={(event) => onWord(pair, use.printed, event.target.checked)}
          >
            {use.printed} → <strong>{use.repaired}</strong> {use.count !== null && <span className="quiet small">{use.count}</span>}
          </Checkbox>
        </li>
      ))}
    </ul>
  )
}

/** A pair nobody proposed: one printed character and what it stands for. */
function OwnPair({ onAdd }: { readonly onAdd: (pair: Pair) => void }) {
  const { past } = useTexts()
  const [printed, setPrinted] = useState('')
  const [standsFor, setStandsFor] = useState('')
  const ready = [...printed].length === 1 && standsFor.trim() !== '' && printed !== standsFor
  const add = (event: SyntheticEvent): void => {
    event.preventDefault()
    if (!ready) return
    onAdd({ printed, standsFor, count: null, from: 'own', uses: [] })
    setPrinted('')
    setStandsFor('')
  }
  return (
    <form className={styles.own} aria-label={past.own} onSubmit={add}>
      <span className="quiet">{past.own}</span>
      <Input
        aria-label={past.ownPrinted}
        placeholder={past.ownPrinted}
        value={printed}
        onChange={(event) => setPrinted(event.target.value)}
      />
      →
      <Input
        aria-label={past.ownStandsFor}
        placeholder={past.ownStandsFor}
        maxLength={4}
        value={standsFor}
        onChange={(event) => setStandsFor(event.target.value)}
      />
      <Button htmlType="submit" disabled={!ready}>
        {past.add}
      </Button>
    </form>
  )
}
