interface SwitchProps {
  checked: boolean
  onChange(next: boolean): void
  label: string
  hidesLabel?: boolean
  disabled?: boolean
}

/** On or off, at once. The words stand beside it, so colour is never the only sign. */
export function Switch({ checked, onChange, label, hidesLabel = false, disabled = false }: SwitchProps) {
  return (
    <label className="switch">
      <input
        type="checkbox"
        role="switch"
        checked={checked}
        disabled={disabled}
        aria-label={hidesLabel ? label : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <i aria-hidden="true" />
      {!hidesLabel && <span>{label}</span>}
    </label>
  )
}
