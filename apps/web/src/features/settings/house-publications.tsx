import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../lib/language.js'
import { usePublications } from '../../lib/publications.js'
import { LineTable } from '../../ui/line-table.js'
import { Loaded } from '../../ui/loaded.js'
import { NewPublicationDialog } from './new-publication-dialog.js'
import { Section } from './section.js'

/** Every publication of the house. */
export function HousePublications() {
  const { settings, open, nav, listed } = useTexts()
  const [adding, setAdding] = useState(false)
  return (
    <Section title={settings.publications} actions={<Button onClick={() => setAdding(true)}>{settings.addPublication}</Button>}>
      <Loaded of={usePublications()}>
        {(items) =>
          items.length === 0 ? (
            <p className="card-body quiet">{settings.noPublications}</p>
          ) : (
            <LineTable heads={[settings.name, settings.publisher, settings.columns]}>
              {items.map((one) => (
                <tr key={one.id}>
                  <td>{one.name}</td>
                  <td>{one.publisher}</td>
                  <td>{listed(one.columns)}</td>
                  <td>
                    <Link to={`/p/${one.id}/settings`} aria-label={`${open} ${one.name} ${nav.settings}`}>
                      {nav.settings}
                    </Link>
                  </td>
                </tr>
              ))}
            </LineTable>
          )
        }
      </Loaded>
      <NewPublicationDialog open={adding} onClose={() => setAdding(false)} />
    </Section>
  )
}
