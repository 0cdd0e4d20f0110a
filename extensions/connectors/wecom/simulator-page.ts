import type { SimulatedMessage } from './simulated-message.ts'

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const timeOf = (at: string): string =>
  new Intl.DateTimeFormat('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(new Date(at))

const pageOf = ({ url, title }: { url: string; title: string }): string =>
  /^https?:\/\//i.test(url) ? `<a href="${escape(url)}" target="_blank" rel="noopener noreferrer">${escape(title)}</a>` : ''

const fact = ({ name, value }: { name: string; value: string }): string => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`

const card = (message: SimulatedMessage): string => `<li class="card${message.recalled ? ' recalled' : ''}">
<p class="to"><b>${escape(message.touser.join('、'))}</b><time>${escape(timeOf(message.at))}</time></p>
${message.title === '' ? '' : `<h2>${escape(message.title)}</h2>`}
<p class="text">${escape(message.text)}</p>
${message.facts.length === 0 ? '' : `<dl>${message.facts.map(fact).join('')}</dl>`}
${message.recalled ? '<p class="to">已撤回</p>' : [{ url: message.url ?? '', title: '查看详情' }, ...message.links].map(pageOf).join('')}</li>`

const style = `body{margin:0;background:#ededed;color:#1d2129;font:15px/1.6 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:430px;margin:0 auto;padding:16px}h1{font-size:17px;margin:8px 0 0}h2{font-size:16px;margin:4px 0}
.hint,.to,time{color:#6b7280;font-size:13px}ul{list-style:none;margin:16px 0;padding:0}
.card{background:#fff;border-radius:10px;padding:12px 14px;margin-bottom:12px}.to{display:flex;justify-content:space-between;margin:0}
.text{white-space:pre-wrap;overflow-wrap:anywhere;margin:4px 0}dl{display:grid;grid-template-columns:6em 1fr;gap:2px 8px;margin:8px 0}
dt{color:#6b7280}dd{margin:0;overflow-wrap:anywhere}a{color:#2a5bd7;text-decoration:none;display:block;border-top:1px solid #eee;padding-top:8px}
.recalled{opacity:.5}@media(prefers-color-scheme:dark){body{background:#111;color:#e5e6eb}.card{background:#1f1f1f}a{color:#7aa2ff;border-color:#333}}`

/** What colleagues would see on their phones, newest first. Reloads by itself when something arrives. */
export const renderSimulatorPage = (
  messages: SimulatedMessage[],
): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>企业微信模拟器</title><style>${style}</style></head><body><main>
<h1>企业微信模拟器</h1><p class="hint">这里显示系统发到企业微信的消息，共 ${messages.length} 条。只在本机，不会发到真的企业微信。</p>
${messages.length === 0 ? '<p class="card">还没有消息。分配一条线索，或等一次超时提醒，这里就会出现。</p>' : ''}
<ul>${messages.toReversed().slice(0, 200).map(card).join('')}</ul></main>
<script>new EventSource('/_events').onmessage=()=>location.reload()</script></body></html>`
