import type { Messages } from './message.js'

export const peopleMessages = {
  'people/sign-in-first': { zh: '请先登录。', en: 'Please sign in first.' },
  'people/wrong-password': { zh: '用户名或密码不正确。', en: 'The user name or the password is not right.' },
  'people/too-many-tries': { zh: '尝试次数过多，请在 {seconds} 秒后再试。', en: 'Too many tries; try again in {seconds} seconds.' },
  'people/busy': { zh: '登录的人太多，请稍后再试。', en: 'Too many people are signing in; try again shortly.' },
  'people/change-password-first': { zh: '请先修改一次性密码。', en: 'Please choose a password of your own first.' },
  'people/same-password': { zh: '新密码不能与原密码相同。', en: 'The new password must differ from the old one.' },
  'people/password-too-common': { zh: '这个密码太常见，请换一个。', en: 'This password is too common; choose another.' },
  'people/login-taken': { zh: '用户名“{login}”已被使用。', en: 'The user name “{login}” is taken.' },
  'people/missing': { zh: '没有找到这个人。', en: 'No such person.' },
  'people/last-administrator': { zh: '至少要保留一位可用的系统管理员。', en: 'At least one house administrator must remain.' },
  'people/not-yourself': { zh: '不能停用自己的账号。', en: 'You cannot disable your own account.' },
  'people/changed': { zh: '此人的资料已被改动，请刷新后再保存。', en: 'This person was changed meanwhile; look again before saving.' },
  'people/not-allowed': { zh: '您没有这项权限。', en: 'You may not do this.' },
  'people/token-only-reads': { zh: '这个令牌只能读取，不能改动。', en: 'This token may look but change nothing.' },
  'people/not-by-token': { zh: '请登录后在页面上操作；令牌不能用来管理令牌。', en: 'Sign in to do this; tokens cannot look after tokens.' },
  'people/token-missing': { zh: '没有找到这个令牌。', en: 'No such token.' },
  'people/too-many-tokens': {
    zh: '有效的令牌已有 {count} 个，请先停用不用的。',
    en: 'There are {count} tokens already; revoke those not in use.',
  },
  'user/one-time-password': {
    zh: '{login} 的一次性口令（首次登录须更换）：',
    en: 'One-time password of {login}, to be changed at first sign-in:',
  },
} satisfies Messages
