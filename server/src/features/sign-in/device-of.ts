const browsers: readonly [RegExp, string][] = [
  [/wxwork\//i, '企业微信'],
  [/MicroMessenger\//i, '微信'],
  [/DingTalk\//i, '钉钉'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/i, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const first = (list: typeof browsers, text: string): string | undefined => list.find(([pattern]) => pattern.test(text))?.[1]

/**
 * The kind of browser and system, and nothing that tells two such devices apart: enough to say „that was not me".
 * @example deviceOf('Mozilla/5.0 (Windows NT 10.0) … Chrome/141.0 Safari/537.36') // 'Chrome · Windows'
 */
export const deviceOf = (userAgent: string): string =>
  [first(browsers, userAgent), first(systems, userAgent)].filter((part) => part !== undefined).join(' · ')
