/** The design tokens that public pages need, light and dark, and the few rules that draw them. Inlined: one request a page. */
const tokens = `:root{color-scheme:light dark;--bg:#F6F7F9;--s:#fff;--t:#1A1D24;--t2:#4A5160;--t3:#646C7A;--b:#E2E5EA;--bc:#8B93A2;--a:#2B56D6;--aa:#1C3B99;--ab:#ECF1FE;--at:#2B56D6;--ok:#17703A;--okb:#E8F6ED;--er:#B3202B;--erb:#FDEEEE;--erl:#F2C0C2;--sk:#F0F2F5}
@media(prefers-color-scheme:dark){:root{--bg:#0F1115;--s:#17191E;--t:#E8EAEE;--t2:#B3B9C4;--t3:#8F97A5;--b:#2B2F38;--bc:#737B8A;--a:#3D66E0;--aa:#3459CB;--ab:#1C2540;--at:#8FABFF;--ok:#63CB90;--okb:#14271D;--er:#FF9090;--erb:#321A1D;--erl:#6A2E34;--sk:#262A32}}`

const base = `*{box-sizing:border-box}html{font:16px/24px -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:var(--t);background:var(--bg);font-variant-numeric:tabular-nums;text-autospace:normal;text-spacing-trim:trim-start;line-break:strict;-webkit-text-size-adjust:100%;overflow-wrap:anywhere}
body{margin:0 auto;max-width:480px;padding:0 16px max(32px,env(safe-area-inset-bottom))}
h1,h2,p,ul,ol,fieldset,legend{margin:0;padding:0;border:0;min-width:0}ul,ol{list-style:none}
header{padding:20px 0 16px}.cv{display:block;width:calc(100% + 32px);height:auto;margin:0 -16px;max-height:260px;object-fit:cover;background:var(--sk)}.br{display:flex;align-items:center;gap:8px;font-size:14px;color:var(--t2)}
.mk{flex:none;width:24px;height:24px;border-radius:6px;background:var(--a);color:#fff;display:grid;place-items:center}
h1{font-size:24px;line-height:32px;font-weight:600;margin:12px 0 4px;text-wrap:balance}.sub{text-wrap:pretty;color:var(--t2);font-size:14px;line-height:22px}
.card{background:var(--s);border:1px solid var(--b);border-radius:12px;padding:4px 16px 20px}a{color:var(--at)}
.go{display:block;width:100%;min-height:52px;margin-top:16px;padding:8px 16px;border:0;border-radius:8px;background:var(--a);color:#fff;font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer;touch-action:manipulation}.go:active{background:var(--aa)}.go[disabled]{opacity:.6;cursor:default}
.next{margin-top:20px;font-size:14px;line-height:22px;color:var(--t2);counter-reset:n}.next li{display:grid;grid-template-columns:24px 1fr;gap:10px;margin-top:4px}.next li::before{counter-increment:n;content:counter(n);width:20px;height:20px;margin-top:1px;border-radius:50%;background:var(--sk);display:grid;place-items:center;font-size:12px;line-height:1}
footer{font-size:13px;line-height:20px;color:var(--t3);margin-top:20px;padding-top:16px;border-top:1px solid var(--b)}:focus-visible{outline:3px solid var(--a);outline-offset:2px}
@media(min-width:640px){body{padding-top:24px}.cv{width:100%;margin:0;border-radius:12px}.card{padding:8px 24px 28px}}@media(forced-colors:active){.o input:checked+span{outline:3px solid}}`

const controls = `.f{padding-top:20px}fieldset.f{padding:0;margin-top:20px}legend.l{float:left;width:100%}legend.l+*{clear:both}
.l{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 8px;font-weight:600;margin-bottom:8px}.l small{font-weight:400;font-size:14px;color:var(--t3)}
input,select,textarea{font:inherit;color:inherit}input:not([type=radio],[type=checkbox]),select,textarea{display:block;width:100%;height:48px;padding:0 12px;background:var(--s);border:1px solid var(--bc);border-radius:8px;-webkit-appearance:none;appearance:none;margin:0}
input[type=file]{height:auto!important;padding:8px!important}input[type=file]::file-selector-button{font:inherit;height:32px;margin-right:12px;padding:0 12px;border:1px solid var(--b);border-radius:6px;background:var(--sk);color:var(--t)}.th{display:flex;gap:8px;margin-top:8px}.th canvas{width:64px;height:64px;border-radius:8px}textarea{height:auto;min-height:48px;padding:11px 12px;resize:vertical;field-sizing:content;max-height:320px}
select{padding-right:36px;background:var(--s) url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='%238B93A2' stroke-width='2'%3E%3Cpath d='m6 9 6 6 6-6'/%3E%3C/svg%3E") no-repeat right 12px center/20px;text-overflow:ellipsis}
::placeholder{color:var(--t3);opacity:1}.h,.e{font-size:14px;line-height:20px;color:var(--t3);margin-top:4px}.e{color:var(--er)}
[aria-invalid=true]:not(fieldset){border-color:var(--er)!important;box-shadow:inset 0 0 0 1px var(--er)}
.two{display:grid;grid-template-columns:1fr 1fr;gap:12px}.two>*{min-width:0}
.os{display:grid;grid-template-columns:repeat(3,1fr);gap:8px}.o{position:relative;display:flex;min-height:48px;cursor:pointer;-webkit-tap-highlight-color:transparent}
.o span{flex:1;display:flex;align-items:center;justify-content:center;padding:4px;border:1px solid var(--bc);border-radius:8px;background:var(--s);text-align:center;line-height:20px}
.o input{position:absolute;inset:0;width:100%;height:100%;opacity:0;margin:0;cursor:pointer}.o input:checked+span{border-color:var(--a);background:var(--ab);color:var(--at);font-weight:600;box-shadow:inset 0 0 0 1px var(--a)}.o input:focus-visible+span{outline:3px solid var(--a);outline-offset:2px}
fieldset[aria-invalid=true] .o span{border-color:var(--er)}
.d{display:grid;grid-template-columns:56px 1fr;gap:8px;align-items:start;padding:8px 0;border-top:1px solid var(--b)}legend+.d{border:0;padding-top:0}.dd{font-size:14px;line-height:20px;padding-top:2px;color:var(--t2)}.dd b{display:block;color:var(--t);font-size:16px;line-height:24px;font-weight:600}:lang(en)>body .d{grid-template-columns:76px 1fr}.d .os{grid-template-columns:repeat(4,1fr);gap:6px}.d .o{font-size:15px}
.ot{padding-top:8px;border-top:1px solid var(--b)}.ot input[type=datetime-local]{margin-top:8px}@supports selector(:has(*)){.ot:not(:has(:checked)) input[type=datetime-local]{display:none}}
.ck{display:flex;gap:10px;align-items:flex-start;font-size:14px;line-height:22px;color:var(--t2);padding:13px 0;cursor:pointer}.ck input{width:24px;height:24px;margin:0;flex:none;accent-color:var(--a)}.card .ck{font-size:16px;line-height:24px;color:var(--t);padding:12px 0}form>.ck{margin-top:4px}form>.ck+.e{margin:-8px 0 8px 34px}
.hp{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.es{margin-bottom:16px;padding:12px 16px;border:1px solid var(--erl);border-radius:12px;background:var(--erb);font-size:14px;line-height:22px}.es:focus{outline:0}.es h2{font-size:16px;line-height:24px;font-weight:600;color:var(--er)}.es a{display:inline-block;padding:5px 0;color:inherit}.st{margin-top:8px;font-size:14px;line-height:22px;color:var(--t2);text-align:center}.st:empty{display:none}
@media(max-width:359px){.os,.d .os{grid-template-columns:repeat(2,1fr)}}`

/** For the form itself. */
export const formStyle = tokens + base + controls

/** For pages that say one thing: thanks, closed, refused. */
export const noticeStyle = `${tokens}${base}.nt{padding:32px 20px;text-align:center}.ic{width:56px;height:56px;margin:0 auto 16px;border-radius:50%;display:grid;place-items:center;background:var(--sk);color:var(--t2)}.ic.ok{background:var(--okb);color:var(--ok)}.nt h1{margin-top:0;font-size:20px;line-height:28px}.nt .sub{font-size:16px;line-height:24px}.nt .next{text-align:left}.nt .go{display:grid;place-items:center}.nt p+p{margin-top:8px}`
