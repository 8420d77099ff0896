import type { deskTexts as chinese } from '../zh/desk.js'

export const deskTexts: typeof chinese = {
  title: 'Desk',
  waiting: 'Waiting for you',
  nothing: 'Nothing waits for you.',
  inHand: 'Under way',
  allIssues: 'All',
  noPublication: 'You belong to no publication yet; please ask an administrator.',
  noPublicationAdministrator: 'No publications yet. Make one, then add its members.',
  toPeople: 'Go to people and publications',
  doReview: (stage) => `${stage} waits for your review`,
  doSubmit: 'Ready to be submitted',
  doAssemble: 'Being edited',
  doRender: 'Approved; final files can be made',
  doRelease: 'Files made; waits for release',
  rendering: 'Rendering',
  renderFailed: 'Rendering failed',
  hindered: (count) => `${count} things still to settle`,
  counts: 'Issues by state',
  latest: 'Latest issues',
  noIssues: 'No issues yet.',
}
