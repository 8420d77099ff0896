import type { Messages } from './message.js'

export const reviewMessages = {
  'review/already-begun': { zh: '审校已经开始，不能撤回提交。', en: 'Review has begun; the submission cannot be pulled back.' },
  'review/content-changed': {
    zh: '内容已有改动，请查看最新内容后再作决定。',
    en: 'The content changed; look at it again before deciding.',
  },
  'review/not-your-stage': { zh: '您不是“{stage}”的审校人。', en: 'You are not a reviewer of stage “{stage}”.' },
  'review/own-content': {
    zh: '您参与过本期内容的编辑，不能审校自己的内容。',
    en: 'You edited content of this issue and cannot review it.',
  },
  'review/same-person': {
    zh: '您已经在“{stage}”作过审核，任何两个环节不能由同一人担任。',
    en: 'You already acted in stage “{stage}”; no two stages may be one person.',
  },
  'review/exception-ended': {
    zh: '“{stage}”是按审校例外通过的，例外已经收回；请退回重新送审，或由管理员重新批准例外。',
    en: 'Stage “{stage}” was passed under an exception that was taken back; return the issue, or have the exception granted again.',
  },
  'review/reason-needed': { zh: '请写明理由。', en: 'Please give a reason.' },
  'review/not-your-approval': {
    zh: '只有最后一次通过的审校人可以撤回，且下一环节尚未处理。',
    en: 'Only the person who approved last may withdraw it.',
  },
  'review/comments-open': {
    zh: '还有 {count} 条批注没有处理；本刊要求批注全部处理后才能通过。',
    en: '{count} comments are still open; this publication wants all of them settled first.',
  },
  'review/checklist-open': { zh: '审校要点还有 {count} 项没有勾选。', en: '{count} points of the checklist are not ticked yet.' },
  'review/comment-missing': { zh: '没有找到这条批注。', en: 'No such comment.' },
  'review/comment-settled': { zh: '这条批注已经处理过了。', en: 'This comment has been settled already.' },
  'review/comment-open': { zh: '这条批注还没有处理，无需重新打开。', en: 'This comment is open.' },
  'review/no-suggestion': { zh: '这条批注没有修改建议。', en: 'This comment suggests no other words.' },
  'review/passage-missing': { zh: '所批注的文字不在这一版稿件中。', en: 'This version has no such passage.' },
  'review/passage-changed': {
    zh: '所批注的文字已经改动或删除，请对照新文字自行修改。',
    en: 'The words commented on were changed or taken out; mend the text by hand.',
  },
  'review/not-your-comment': { zh: '只有批注人或编辑可以处理这条批注。', en: 'Only its author or an editor may settle this comment.' },
  'review/not-in-review': { zh: '本期现在不在审校中。', en: 'The issue is not under review now.' },
  'review/not-a-reviewer': { zh: '只能转办给本刊的审校。', en: 'A stage can only be handed to a reviewer of this publication.' },
  'review/delegate-edited': {
    zh: '{name}参与过本期内容的编辑，不能接手审校。',
    en: '{name} edited content of this issue and cannot take the stage.',
  },
  'review/delegate-acted': {
    zh: '{name}已经审过前面的环节，不能再审这一环节。',
    en: '{name} acted in an earlier stage and cannot take this one.',
  },
  'review/stage-passed': { zh: '这一环节已经通过。', en: 'This stage has been passed already.' },
  'review/no-such-point': { zh: '这一环节没有这项要点。', en: 'The stage has no such point.' },
  'review/exceptions-off': { zh: '本刊没有打开审校例外开关。', en: 'The exception switch of this publication is off.' },
} satisfies Messages
