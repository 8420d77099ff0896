import { messageText, type RefusalParams } from '#lib/editorial'
import { currentContext } from '../log/request-context.js'

/** The sentence of a code in the language of whoever asks; Chinese where nobody does. */
export const said = (code: string, params: RefusalParams = {}): string => messageText(code, params, currentContext()?.language ?? 'zh')
