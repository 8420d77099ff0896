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
  'people/by-person-only': {
    zh: '审定、发布、撤回、签字放行等决定须由本人登录后作出，令牌不能代为决定。',
    en: 'This decision is made by a person who is signed in; a token cannot decide for its owner.',
  },
  'people/token-missing': { zh: '没有找到这个令牌。', en: 'No such token.' },
  'people/too-many-tokens': {
    zh: '有效的令牌已有 {count} 个，请先停用不用的。',
    en: 'There are {count} tokens already; revoke those not in use.',
  },
  'people/elsewhere-not-offered': { zh: '本系统没有开通这种登录方式。', en: 'This way of signing in is not offered here.' },
  'people/elsewhere-unknown': {
    zh: '单位账号已经核实，但还没有与本系统的用户关联。管理员已能看到这次登录，请联系管理员开通。',
    en: 'Your unit’s account is right, but it belongs to nobody here yet. The administrator can see this and let you in.',
  },
  'people/elsewhere-disabled': {
    zh: '您在本系统的账号已停用，请联系管理员。',
    en: 'Your account here is disabled; please ask the administrator.',
  },
  'people/elsewhere-refused': { zh: '单位账号登录没有完成，请再试一次。', en: 'Your unit did not sign you in; please try again.' },
  'people/elsewhere-stale': {
    zh: '这次登录已过期，或不是在这个浏览器里开始的，请重新登录。',
    en: 'This sign-in is too old, or did not begin in this browser; please begin again.',
  },
  'people/elsewhere-away': {
    zh: '暂时连不上单位的登录系统，请稍后再试，或用本系统账号登录。',
    en: 'Your unit’s sign-in cannot be reached; try again shortly, or use an account of this desk.',
  },
  'people/elsewhere-wait': { zh: '登录次数过多，请过几分钟再试。', en: 'Too many tries; try again in a few minutes.' },
  'people/elsewhere-wrong-password': { zh: '单位账号或密码不正确。', en: 'The unit’s account or its password is not right.' },
  'people/identity-taken': { zh: '这个单位账号已关联给{name}。', en: 'This account already belongs to {name}.' },
  'people/identity-missing': { zh: '没有找到这个关联。', en: 'No such account is linked.' },
  'user/one-time-password': {
    zh: '{login} 的一次性口令（首次登录须更换）：',
    en: 'One-time password of {login}, to be changed at first sign-in:',
  },
} satisfies Messages
