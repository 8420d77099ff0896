import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import styles from './inbox.module.css'

interface DropAreaProps {
  readonly label: string
  readonly enabled: boolean
  readonly onFiles: (files: File[]) => void
  readonly children: ReactNode
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** A page files can be dropped on; entering a child is not leaving the page, so entries are counted. */
export function DropArea({ label, enabled, onFiles, children }: DropAreaProps) {
  const depth = useRef(0)
  const [over, setOver] = useState(false)
  if (!enabled) return <div>{children}</div>
  const settle = (): void => {
    depth.current = 0
    setOver(false)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button beside it opens the same by keyboard
    <div
      className={styles.dropArea}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return
        depth.current += 1
        setOver(true)
      }}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDragLeave={() => {
        depth.current -= 1
        if (depth.current <= 0) settle()
      }}
      onDrop={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        settle()
        onFiles([...event.dataTransfer.files])
      }}
    >
      {children}
      {over && <div className={styles.dropHere}>{label}</div>}
    </div>
  )
}
