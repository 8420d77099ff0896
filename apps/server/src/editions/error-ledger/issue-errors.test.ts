import { expect, it } from 'vitest'
import { errorKinds } from '#lib/editorial'
import { ERROR_KINDS } from '#lib/proof'
import { issueErrors, type LedgerLine } from './issue-errors.js'

const issue = { issue: 'i', name: '第1期', characters: 10_000 }
const line = (kind: LedgerLine['kind'], stage: string, times = 1): LedgerLine => ({
  kind,
  stage,
  word: `${kind}${stage}`,
  page: null,
  times,
})

it('an issue without errors passes', () => expect(issueErrors(issue, [])).toMatchObject({ errors: 0, perTenThousand: 0, passed: true }))

it('errors are weighed by kind and told by stage', () => {
  const found = issueErrors(issue, [line('character', '初审'), line('mark', '终审', 5)])
  expect(found).toMatchObject({ errors: 1.5, perTenThousand: 1.5, passed: true })
  expect(found.stages).toEqual([
    { stage: '初审', errors: 1, perTenThousand: 1 },
    { stage: '终审', errors: 0.5, perTenThousand: 0.5 },
  ])
})

it('more than two in ten thousand do not pass; where nothing is printed there is no rate', () => {
  expect(issueErrors(issue, [line('sense', '出版后', 2)]).passed).toBe(false)
  expect(issueErrors({ ...issue, characters: 0 }, [line('sense', '出版后')]).perTenThousand).toBeNull()
})

it('the wire knows every kind the rules weigh', () => expect([...errorKinds]).toEqual(Object.keys(ERROR_KINDS)))
