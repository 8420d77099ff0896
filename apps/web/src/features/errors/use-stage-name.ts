import { useTexts } from '../../lib/language.js'
import { AFTER_RELEASE, EDITING } from '../../ui/errors/error-draft.js'

/** A stage as the desk calls it: those of the publication by their own names. */
export function useStageName(): (stage: string) => string {
  const { errors } = useTexts()
  return (stage) => (stage === EDITING ? errors.editing : stage === AFTER_RELEASE ? errors.afterRelease : stage)
}
