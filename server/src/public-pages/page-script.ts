import type { Locale } from '@jieli/core'
import { formNames } from './form-names.ts'
import { formTexts } from './form-texts.ts'

/**
 * The form's only script; the page works without it. It keeps a draft for two hours, so that a dropped connection costs
 * nothing typed, lets the button be pressed once, sends by itself when the network is back, and notes in which order
 * fields were touched. ES2017, for the older browsers inside phone apps.
 */
export const formScript = (locale: Locale): string => {
  const { sending, offline, slow } = formTexts[locale]
  return `(function(){var f=document.forms[0],b=f.querySelector('.go'),s=f.querySelector('.st'),t=f.elements.${formNames.trail},k='jieli:'+location.pathname,w=b.textContent,o=[],r=0,q=0
function own(e){return e.name&&e.type!='file'&&e.type!='hidden'&&!/_/.test(e.name)}
function put(m){s.textContent=m}
function free(){b.disabled=false;b.textContent=w}
function each(g){Array.prototype.forEach.call(f.elements,g)}
function save(){var v=[];each(function(e){if(own(e)&&(e.type!='radio'&&e.type!='checkbox'?e.value:e.checked))v.push([e.name,e.type,e.value])});try{localStorage.setItem(k,JSON.stringify({at:Date.now(),v:v}))}catch(x){}}
try{var d=JSON.parse(localStorage.getItem(k));if(d&&Date.now()-d.at<72e5&&!document.querySelector('.es'))d.v.forEach(function(p){each(function(e){if(e.name==p[0]&&e.type==p[1]){if(e.type=='radio'||e.type=='checkbox'){if(e.value==p[2])e.checked=true}else if(!e.value)e.value=p[2]}})})}catch(x){}
f.addEventListener('input',save);f.addEventListener('change',save)
f.addEventListener('focusin',function(e){var n=e.target.name;if(n&&own(e.target)&&o.indexOf(n)<0)o.push(n)})
document.addEventListener('visibilitychange',function(){if(!document.hidden)r++})
addEventListener('online',function(){if(q){q=0;put('');f.requestSubmit?f.requestSubmit():f.submit()}})
addEventListener('pageshow',function(e){if(e.persisted)free()})
f.addEventListener('submit',function(e){t.value=JSON.stringify({order:o,returns:r});save()
if(navigator.onLine===false){e.preventDefault();q=1;put(${JSON.stringify(offline)});return}
setTimeout(function(){b.disabled=true;b.textContent=${JSON.stringify(sending)}});setTimeout(function(){free();put(${JSON.stringify(slow)})},15e3)})
var x=document.querySelector('.es');if(x)x.focus()})()`
}

/**
 * Only where a form asks for photos. Draws each anew, at most 1600 px wide: a tenth of the bytes over a weak network, in a
 * kind that is kept, and nothing of where it was taken. Sending waits for it. What cannot be drawn goes as it is.
 */
export const photoScript = `
;(function(){var f=document.forms[0],n=0,w=0
function big(i,s,d){var c=document.createElement('canvas'),k=Math.min(1,d/Math.max(i.width,i.height));if(s){c.width=c.height=d;k=d/Math.min(i.width,i.height);c.getContext('2d').drawImage(i,(d-i.width*k)/2,(d-i.height*k)/2,i.width*k,i.height*k);return c}
c.width=Math.round(i.width*k);c.height=Math.round(i.height*k);c.getContext('2d').drawImage(i,0,0,c.width,c.height);return c}
function one(p,h){if(!/^image/.test(p.type)||!self.createImageBitmap)return Promise.resolve(p)
return createImageBitmap(p,{imageOrientation:'from-image'}).then(function(i){h.appendChild(big(i,1,128));return new Promise(function(y){big(i,0,1600).toBlob(function(b){y(b&&b.size<p.size?new File([b],p.name.replace(/\\.\\w+$/,'')+'.jpg',{type:'image/jpeg'}):p)},'image/jpeg',.82)})}).catch(function(){return p})}
Array.prototype.forEach.call(f.querySelectorAll('input[type=file]'),function(e){var h=document.createElement('div');h.className='th';e.parentNode.insertBefore(h,e.nextSibling)
e.addEventListener('change',function(){if(!self.DataTransfer)return;h.textContent='';n++
Promise.all(Array.prototype.map.call(e.files,function(p){return one(p,h)})).then(function(l){try{var d=new DataTransfer();l.forEach(function(p){d.items.add(p)});e.files=d.files}catch(x){}n--;if(!n&&w){w=0;f.requestSubmit?f.requestSubmit():f.submit()}})})})
f.addEventListener('submit',function(v){if(n){v.preventDefault();v.stopImmediatePropagation();w=1}},true)})()`

/** On the page of thanks: the draft has done its work, and the next person at a shared screen must not see it. */
export const thanksScript = "try{localStorage.removeItem('jieli:'+location.pathname.replace(/\\/thanks$/,''))}catch(x){}"
