import { expect, test } from 'vitest'
import { Turns } from './turns.js'

test('places are given in the order they were asked for', async () => {
  const turns = new Turns(1)
  await turns.take()
  const came: string[] = []
  const waiting = ['a', 'b', 'c'].map((name) => turns.take().then(() => came.push(name)))
  expect(turns.waitingNow).toBe(3)
  for (const one of waiting) {
    turns.give()
    await one
  }
  expect(came).toEqual(['a', 'b', 'c'])
})

test('one who leaves the line does not take the place along', async () => {
  const turns = new Turns(1)
  await turns.take()
  const impatient = new AbortController()
  const left = turns.take(impatient.signal)
  const patient = turns.take()
  impatient.abort(new Error('enough'))
  await expect(left).rejects.toThrow('enough')
  turns.give()
  await patient
  turns.give()
  expect(turns.busy).toBe(0)
})

test('one who gave up before asking is not let in', async () => {
  const turns = new Turns(1)
  await expect(turns.take(AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  expect(turns.busy).toBe(0)
})
