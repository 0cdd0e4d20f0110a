// antd is imported part by part (`antd/es/select`): the `antd` barrel would put 425 KB into the first load. Its parts have no
// types that Node's own module rules can find, so each part that is used is named here.
declare module 'antd/es/button' {
  export { Button as default } from 'antd'
}
declare module 'antd/es/cascader' {
  export { Cascader as default } from 'antd'
}
declare module 'antd/es/checkbox' {
  export { Checkbox as default } from 'antd'
}
declare module 'antd/es/collapse' {
  export { Collapse as default } from 'antd'
}
declare module 'antd/es/config-provider' {
  export { ConfigProvider as default } from 'antd'
}
declare module 'antd/es/date-picker' {
  export { DatePicker as default } from 'antd'
}
declare module 'antd/es/drawer' {
  export { Drawer as default } from 'antd'
}
declare module 'antd/es/dropdown' {
  export { Dropdown as default } from 'antd'
}
declare module 'antd/es/form' {
  export { Form as default } from 'antd'
}
declare module 'antd/es/input' {
  export { Input as default } from 'antd'
}
declare module 'antd/es/input-number' {
  export { InputNumber as default } from 'antd'
}
declare module 'antd/es/modal' {
  export { Modal as default } from 'antd'
}
declare module 'antd/es/popconfirm' {
  export { Popconfirm as default } from 'antd'
}
declare module 'antd/es/popover' {
  export { Popover as default } from 'antd'
}
declare module 'antd/es/progress' {
  export { Progress as default } from 'antd'
}
declare module 'antd/es/radio' {
  export { Radio as default } from 'antd'
}
declare module 'antd/es/segmented' {
  export { Segmented as default } from 'antd'
}
declare module 'antd/es/select' {
  export { Select as default } from 'antd'
}
declare module 'antd/es/steps' {
  export { Steps as default } from 'antd'
}
declare module 'antd/es/switch' {
  export { Switch as default } from 'antd'
}
declare module 'antd/es/table' {
  export { Table as default } from 'antd'
}
declare module 'antd/es/tabs' {
  export { Tabs as default } from 'antd'
}
declare module 'antd/es/tag' {
  export { Tag as default } from 'antd'
}
declare module 'antd/es/theme' {
  export { theme as default } from 'antd'
}
declare module 'antd/es/time-picker' {
  export { TimePicker as default } from 'antd'
}
declare module 'antd/es/tooltip' {
  export { Tooltip as default } from 'antd'
}
declare module 'antd/es/tree-select' {
  export { TreeSelect as default } from 'antd'
}
declare module 'antd/es/upload' {
  export { Upload as default } from 'antd'
}
declare module 'antd/es/locale/en_US' {
  import type { ConfigProviderProps } from 'antd'
  const locale: NonNullable<ConfigProviderProps['locale']>
  export default locale
}
declare module 'antd/es/locale/zh_CN' {
  import type { ConfigProviderProps } from 'antd'
  const locale: NonNullable<ConfigProviderProps['locale']>
  export default locale
}
