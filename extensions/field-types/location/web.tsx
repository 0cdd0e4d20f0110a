import { MapPin } from 'lucide-react'
import { controlProps } from '../../kit/plain-face.tsx'
import { defineWebFace } from '../../kit/field-type-for-web.ts'
import { location } from './field-type.ts'

/** Typed as `纬度, 经度`; the server reads it. */
export const locationForWeb = defineWebFace({
  icon: MapPin,
  shelf: 'place',
  width: 160,
  Display: ({ value, settings, tools }) => <>{location.format(value, location.settings.parse(settings), tools.locale)}</>,
  Editor: (props) => (
    <input
      {...controlProps(props)}
      className="inp"
      inputMode="decimal"
      defaultValue={location.format(props.value, location.settings.parse(props.settings), props.tools.locale)}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      onBlur={props.onDone}
    />
  ),
})
