import { Parser } from 'htmlparser2'
import type { Attributes } from './known-elsewhere.js'

/** What the CAS server says of a ticket. Source: CAS Protocol 3.0, 2.5 and 2.6. */
export type CasAnswer =
  | { readonly user: string; readonly attributes: Attributes }
  /** The server's code, such as INVALID_TICKET. */
  | { readonly refused: string }

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** House: an answer nests six deep, and a person has hundreds of attributes at most. */
const DEEPEST = 12
const MOST_ELEMENTS = 5000

/** Reads the answer to a ticket; throws when it is none. Names are compared without their prefix, as servers choose it freely. */
export function readCasAnswer(xml: string): CasAnswer {
  const [response, ...others] = readElements(xml).children
  if (response?.name !== 'serviceResponse' || others.length > 0) throw new Error('the CAS server did not answer a service response')
  const success = only(response, 'authenticationSuccess')
  const failure = only(response, 'authenticationFailure')
  if (failure !== undefined && success === undefined) return { refused: failure.attributes.code ?? 'UNKNOWN' }
  const user = only(success, 'user')?.text.trim() ?? ''
  if (success === undefined || failure !== undefined || user === '') throw new Error('the CAS server neither knew nor refused the ticket')
  return { user, attributes: attributesOf(only(success, 'attributes')) }
}

/** The ticket whose session ended, out of a logout request. Source: CAS Protocol 3.0, 2.3.3. Undefined when it is none. */
export function readCasLogout(xml: string): string | undefined {
  const [request] = readElements(xml).children
  const ticket = request?.name === 'LogoutRequest' ? only(request, 'SessionIndex')?.text.trim() : undefined
  return ticket === '' ? undefined : ticket
}

const only = (parent: Element | undefined, name: string): Element | undefined => {
  const found = parent?.children.filter((one) => one.name === name) ?? []
  if (found.length > 1) throw new Error(`the CAS server answered more than one ${name}`)
  return found[0]
}

function attributesOf(element: Element | undefined): Attributes {
  const attributes: Record<string, string[]> = {}
  for (const { name, text } of element?.children ?? []) attributes[name] = [...(attributes[name] ?? []), text.trim()]
  return attributes
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function readElements(xml: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml)) throw new Error('the CAS server sent a document type declaration')
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let count = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        count += 1
        if (count > MOST_ELEMENTS || open.length > DEEPEST) throw new Error('the CAS server answered too much')
        const element: Element = { name: localName(name), attributes, children: [], text: '' }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext: (text) => {
        const element = open.at(-1)
        if (element !== undefined) element.text += text
      },
      onclosetag: () => {
        if (open.length > 1) open.pop()
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
  return root
}
