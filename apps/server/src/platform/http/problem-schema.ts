const text = { type: 'string' }

/** The shape of every error answer. */
export const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'requestId', 'errors'],
  properties: {
    type: text,
    title: text,
    status: { type: 'integer' },
    detail: text,
    code: text,
    requestId: text,
    errors: {
      type: 'array',
      items: { type: 'object', required: ['pointer', 'code', 'detail'], properties: { pointer: text, code: text, detail: text } },
    },
  },
}
