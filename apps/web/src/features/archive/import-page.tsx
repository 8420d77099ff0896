import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useParams } from 'react-router'
import { importBulletin } from '../../lib/api/articles.js'
import { useTexts } from '../../lib/language.js'
import { newKey } from '../../lib/new-key.js'
import { keys } from '../../lib/query-keys.js'
import { FileButton } from '../../ui/file-button.js'
import { Note } from '../../ui/note.js'
import { PageHead } from '../../ui/page-head.js'
import { sentenceOf } from '../../ui/say.js'
import styles from './import.module.css'
import { ImportedColumns } from './imported-columns.js'
import { ImportedFacts } from './imported-facts.js'

/** 导入往期: one past bulletin taken apart, with the account of its lines and the doubts beside it. */
export function ImportPage() {
  const { archive, ...texts } = useTexts()
  const client = useQueryClient()
  const { publication = '' } = useParams()
  const taking = useMutation({
    mutationFn: ({ file, once }: { file: File; once: string }) => importBulletin(publication, file, once),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.articles(publication) }),
  })
  const take = (files: readonly File[]): void => {
    const [file] = files
    if (file !== undefined) taking.mutate({ file, once: newKey() })
  }
  return (
    <>
      <PageHead
        title={archive.importTitle}
        actions={taking.data !== undefined && <Button onClick={() => taking.reset()}>{archive.another}</Button>}
      />
      {taking.data === undefined ? (
        <div className={styles.begin}>
          <p>{archive.importLead}</p>
          {taking.isPending ? (
            <p role="status">{archive.reading(taking.variables.file.name)}</p>
          ) : (
            <div>
              <FileButton label={archive.choose} multiple={false} onFiles={take} />
            </div>
          )}
          {taking.error !== null && <Note tone="bad" title={sentenceOf(taking.error, { archive, ...texts })} />}
        </div>
      ) : (
        <div className={styles.result}>
          <ImportedColumns publication={publication} imported={taking.data} />
          <ImportedFacts publication={publication} imported={taking.data} />
        </div>
      )}
    </>
  )
}
