import type { Messages } from './message.js'

export const publicationMessages = {
  'publication/missing': { zh: '没有找到这份刊物。', en: 'No such publication.' },
  'publication/name-taken': { zh: '刊物“{name}”已经存在。', en: 'A publication named “{name}” exists already.' },
  'publication/unknown-style': {
    zh: '没有名为“{style}”的版式；可用的有：{known}。',
    en: 'There is no house style “{style}”; there are: {known}.',
  },
  'publication/too-few-stages': {
    zh: '审校环节少于三个，须由管理员打开例外开关并写明理由。',
    en: 'Fewer than three review stages need the exception switch and a reason.',
  },
  'publication/stage-needs-person': {
    zh: '“{stage}”指定的审校人中有人不是本刊的审校。',
    en: 'A person named for stage “{stage}” is not a reviewer of this publication.',
  },
  'publication/changed': {
    zh: '刊物设置已被改动，请刷新后再保存。',
    en: 'The publication was changed meanwhile; look again before saving.',
  },
  'publication/last-administrator': { zh: '至少要保留一位刊物管理员。', en: 'At least one administrator of the publication must remain.' },
} satisfies Messages
