import { useTexts } from '../../lib/language.js'
import { EntranceFrame } from '../../ui/entrance-frame.js'
import { NewPasswordForm } from './new-password-form.js'

/** What whoever came in with a one-time password sees first, and nothing else before it is done. */
export function NewPasswordPage({ forced }: { readonly forced: boolean }) {
  const { session } = useTexts()
  return (
    <EntranceFrame title={session.changeTitle} lead={forced ? session.changeLead : undefined}>
      <NewPasswordForm />
    </EntranceFrame>
  )
}
