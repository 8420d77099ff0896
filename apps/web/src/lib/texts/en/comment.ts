import type { commentTexts as chinese } from '../zh/comment.js'

export const commentTexts: typeof chinese = {
  title: 'Comments',
  none: 'No comments yet.',
  add: 'Add comment',
  text: 'Comment',
  onWhole: 'Choose some words to comment on them; without, the comment is on the whole article.',
  letGo: 'Not on these words',
  propose: 'Propose other words',
  proposed: 'Proposed words',
  states: { open: 'Open', resolved: 'Resolved', accepted: 'Accepted', refused: 'Refused' },
  accept: 'Accept',
  refuse: 'Refuse',
  reply: 'Reply',
  resolve: 'Resolve',
  reopen: 'Reopen',
  gone: 'The words are no longer in this version.',
  saveFirst: 'There are unsaved changes; save them to accept proposals or to comment on words.',
  addOfIssue: 'Add remark',
  ofIssue: 'On the issue as a whole',
  openOn: (count) => (count === 1 ? '1 comment' : `${count} comments`),
}
