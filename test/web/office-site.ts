import { type Listener, listen } from '../server/outside/listener.js'

const pages = ['学科建设', '实验室安全', '教师发展'].map(
  (about) => `<!doctype html><html><head><meta charset="utf-8"><title>关于推进${about}工作的通知_江州教育网</title>
<meta name="ArticleTitle" content="关于推进${about}工作的通知"><meta name="PubDate" content="2025-03-0${about.length}"><meta name="ContentSource" content="江州教育报"></head>
<body><h1>关于推进${about}工作的通知</h1><div class="TRS_Editor"><p>${about}工作推进会在江州召开，会议总结了上半年的进展，部署了下一阶段的重点任务，要求各高校抓好落实。</p>
<p>会议强调，${about}工作要坚持问题导向，压实各方责任，按季度报告完成情况，年底统一评估。</p></div><p><a href="/list.txt">附件：任务分工.txt</a></p></body></html>`,
)

/** A site of three pages (`/0`, `/1`, `/2`), as an office's own; each offers the same file. */
export const officeSite = (): Promise<Listener> =>
  listen((request, response) => {
    if (request.url === '/list.txt') return void response.writeHead(200, { 'content-type': 'application/octet-stream' }).end('任务分工')
    const page = pages[Number(request.url?.slice(1))]
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page)
  })
