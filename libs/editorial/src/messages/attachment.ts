import type { Messages } from './message.js'

/** What is said of files offered with a page, each with what to do where one was not had. */
export const attachmentMessages = {
  'attachment/missing': { zh: '没有找到这个附件。', en: 'No such attachment.' },
  'attachment/not-kept': { zh: '这个附件还没有取到，不能下载。', en: 'This attachment was not fetched; it cannot be downloaded.' },
  'attachment/not-failed': { zh: '这个附件不用再取。', en: 'This attachment need not be fetched again.' },
  'attachment/over': { zh: '这个附件已经取完。', en: 'The fetching of this attachment is over.' },
  'attachment/not-readable': {
    zh: '“{name}”不能直接转成稿件，请下载后另存为 docx 再上传。',
    en: '“{name}” cannot be made an article; download it, save it as .docx and upload that.',
  },
  'attachment/failed': {
    zh: '附件没有取成（编号 {number}），可以重试；再次失败请告知管理员。',
    en: 'The attachment could not be fetched (number {number}); try again, then tell the administrator.',
  },
  'attachment/refused': {
    zh: '附件的网址不能访问：只接受公网的 http、https 网址。请在浏览器中下载后上传。',
    en: 'The address of this attachment cannot be asked: only public http and https addresses are. Download it in a browser and upload it.',
  },
  'attachment/off': {
    zh: '本系统没有开放联网采集，请在别处下载附件后上传。',
    en: 'This house does not go online; download the attachment elsewhere and upload it.',
  },
  'attachment/timeout': {
    zh: '网站没有在规定时间内给出附件，请稍后重试，或在浏览器中下载后上传。',
    en: 'The site did not hand out the attachment in time; try again, or download it in a browser and upload it.',
  },
  'attachment/tls': {
    zh: '网站的安全证书有问题，没有取附件；请在浏览器中核对后下载，再上传。',
    en: 'The certificate of the site is not right; look at it in a browser, download the attachment and upload it.',
  },
  'attachment/unreachable': {
    zh: '连不上附件所在的网站，请稍后重试，或在浏览器中下载后上传。',
    en: 'The site of the attachment cannot be reached; try again, or download it in a browser and upload it.',
  },
  'attachment/blocked': {
    zh: '网站要求人工验证，没有取到附件，请在浏览器中下载后上传。',
    en: 'The site tests for a person; download the attachment in a browser and upload it.',
  },
  'attachment/asked-too-often': {
    zh: '网站说访问太频繁，请稍后重试，或在浏览器中下载后上传。',
    en: 'The site says it is asked too often; try later, or download the attachment in a browser and upload it.',
  },
  'attachment/status': {
    zh: '网站回答“{status}”，没有取到附件；请在原网页上核对，能下载的话下载后上传。',
    en: 'The site answered {status}; look at the page, and upload the attachment if you can download it there.',
  },
  'attachment/too-large': {
    zh: '附件超过 {limit} MB，没有保存；需要的话请下载后留在本单位存档。',
    en: 'The attachment is larger than {limit} MB and was not kept; download it and file it yourself if it is needed.',
  },
  'attachment/unsupported-content': {
    zh: '附件的网址给出的是网页（可能要登录），不是文件；请在浏览器中下载后上传。',
    en: 'The address answers with a page (it may need a sign-in), not with the file; download it in a browser and upload it.',
  },
  'attachment/too-many-redirects': {
    zh: '附件的网址转来转去没有结果，请在浏览器中下载后上传。',
    en: 'The address leads round in circles; download the attachment in a browser and upload it.',
  },
  'attachment/empty': {
    zh: '网站给出的附件是空的，请在原网页上核对，再下载上传。',
    en: 'The site handed out an empty file; look at the page, download the attachment and upload it.',
  },
} satisfies Messages
