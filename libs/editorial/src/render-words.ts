/** `draft` carries the watermark 草稿; `release` needs every approval; `unreviewed` is what the command line makes: clean pages, never to be released. */
export const renderPurposes = ['draft', 'release', 'unreviewed'] as const
export type RenderPurpose = (typeof renderPurposes)[number]

export const renderStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const
export type RenderState = (typeof renderStates)[number]

/** The steps of a render in order, as the worker reports them. */
export const renderSteps = ['compose', 'lay-out', 'pdf', 'docx', 'manifest'] as const
export type RenderStep = (typeof renderSteps)[number]
