import { App, Button } from 'antd'
import type { TokenAnswer } from '#lib/editorial'
import { momentText } from '../../lib/format.js'
import { useSpoken } from '../../lib/language.js'
import { usePublications } from '../../lib/publications.js'
import { LineTable } from '../../ui/line-table.js'
import { Tag } from '../../ui/state-tag.js'

interface TokenTableProps {
  readonly tokens: readonly TokenAnswer[]
  readonly onRevoke: (id: string) => void
}

type State = 'open' | 'revoked' | 'expired'

const stateOf = ({ revokedAt, expiresAt }: TokenAnswer): State =>
  revokedAt !== null ? 'revoked' : Date.parse(expiresAt) > Date.now() ? 'open' : 'expired'

/** Tokens with what they may and when they were used; those that open nothing any more stay to be seen. */
export function TokenTable({ tokens: list, onRevoke }: TokenTableProps) {
  const { texts, language } = useSpoken()
  const { tokens } = texts
  const { modal } = App.useApp()
  const publications = usePublications().data ?? []
  const nameOf = (id: string): string => publications.find((one) => one.id === id)?.name ?? texts.unknown
  const ask = ({ id, name }: TokenAnswer): void =>
    void modal.confirm({
      title: tokens.revokeAsk(name),
      okText: tokens.revoke,
      okButtonProps: { danger: true },
      onOk: () => onRevoke(id),
    })
  return (
    <LineTable heads={[tokens.name, texts.state, tokens.scope, tokens.publications, tokens.until, tokens.used]}>
      {list.map((one) => {
        const state = stateOf(one)
        return (
          <tr key={one.id}>
            <td>{one.name}</td>
            <td>
              <Tag tone={state === 'open' ? 'good' : 'plain'}>{tokens.state[state]}</Tag>
            </td>
            <td className="unbroken">{tokens.scopes[one.scope]}</td>
            <td>{one.publications === null ? tokens.allPublications : texts.listed(one.publications.map(nameOf))}</td>
            <td className="unbroken quiet">{momentText(one.expiresAt, language)}</td>
            <td className="unbroken quiet">{one.lastUsedAt === null ? tokens.never : momentText(one.lastUsedAt, language)}</td>
            <td className="unbroken">
              {state === 'open' && (
                <Button size="small" danger aria-label={tokens.revokeOf(one.name)} onClick={() => ask(one)}>
                  {tokens.revoke}
                </Button>
              )}
            </td>
          </tr>
        )
      })}
    </LineTable>
  )
}
