import type { SolutionConfig } from './solution-config.ts'

/** Notices outside the app. The demo speaks to the simulator, so it stays off until somebody enters a company's own ids. */
export const channels: SolutionConfig['channel'] = [{ id: 'wecom', label: '企业微信', connector: 'wecom', enabled: false }]
