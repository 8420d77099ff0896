import { Button } from 'antd'
import { useRef } from 'react'

interface FileButtonProps {
  readonly label: string
  readonly accept?: string
  readonly multiple?: boolean
  readonly onFiles: (files: File[]) => void
}

const READABLE = '.docx,.html,.htm,.mht,.md,.markdown,.txt,.pdf,.doc,.wps,.rtf,.eml'

/** A button that opens the browser's choice of files. */
export function FileButton({ label, accept = READABLE, multiple = true, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
