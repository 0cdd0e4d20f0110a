import { Signature } from 'lucide-react'
import { useRef, useState, type PointerEvent } from 'react'
import { defineWebFace, type EditorProps } from '../../kit/field-type-for-web.ts'
import { fileIdsOf } from '../../kit/file-list-face.tsx'

/** Drawn at twice the size it is shown at, so that it prints well. */
const SIZE = { width: 640, height: 240 }

const pointOf = (event: PointerEvent<HTMLCanvasElement>): [x: number, y: number] => {
  const box = event.currentTarget.getBoundingClientRect()
  return [((event.clientX - box.left) * SIZE.width) / box.width, ((event.clientY - box.top) * SIZE.height) / box.height]
}

const words = {
  'zh-CN': { draw: '在框里签名', save: '用这个签名', again: '重签', alt: '手写签名' },
  en: { draw: 'Sign in the box', save: 'Use this signature', again: 'Sign again', alt: 'Signature' },
} as const

function SignaturePad({ id, onChange, disabled, describedBy, tools }: EditorProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isDrawn, setDrawn] = useState(false)
  const [failure, setFailure] = useState('')
  const text = words[tools.locale]
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    const pen = event.currentTarget.getContext('2d')
    if (!pen || disabled) return
    event.currentTarget.setPointerCapture(event.pointerId)
    // Ink is dark on any theme: the picture is read on white paper.
    Object.assign(pen, { lineWidth: 5, lineCap: 'round', lineJoin: 'round', strokeStyle: '#1a1a1a' })
    pen.beginPath()
    pen.moveTo(...pointOf(event))
    setDrawn(true)
  }
  const draw = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const pen = event.currentTarget.getContext('2d')
    pen?.lineTo(...pointOf(event))
    pen?.stroke()
  }
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SIZE.width, SIZE.height)
    setDrawn(false)
  }
  const save = async (): Promise<void> => {
    const picture = await new Promise<Blob | null>((resolve) => canvas.current?.toBlob(resolve, 'image/png'))
    if (!picture) return
    await tools.upload(new File([picture], 'signature.png', { type: 'image/png' })).then(
      (stored) => onChange([stored.id]),
      (error: unknown) => setFailure(error instanceof Error ? error.message : String(error)),
    )
  }
  return (
    <div>
      <canvas
        id={id}
        ref={canvas}
        role="img"
        aria-label={text.draw}
        aria-describedby={describedBy}
        width={SIZE.width}
        height={SIZE.height}
        style={{
          inlineSize: '100%',
          maxInlineSize: SIZE.width / 2,
          background: '#fff',
          border: '1px solid var(--jl-border-strong)',
          borderRadius: 'var(--jl-r)',
          touchAction: 'none',
        }}
        onPointerDown={begin}
        onPointerMove={draw}
      />
      <div className="row g8">
        <button type="button" className="btn sm" disabled={!isDrawn || (disabled ?? false)} onClick={() => void save()}>
          {text.save}
        </button>
        <button type="button" className="btn sm ghost" disabled={!isDrawn} onClick={clear}>
          {text.again}
        </button>
        {failure && (
          <span role="alert" className="field-note err">
            {failure}
          </span>
        )}
      </div>
    </div>
  )
}

function SignatureEditor(props: EditorProps) {
  const { value, onChange, disabled, tools } = props
  const [id] = fileIdsOf(value)
  if (id === undefined) return <SignaturePad {...props} />
  return (
    <div className="row g8">
      <img src={tools.fileUrl(id)} alt={words[tools.locale].alt} height={60} style={{ background: '#fff' }} />
      <button type="button" className="btn sm ghost" disabled={disabled ?? false} onClick={() => onChange(null)}>
        {words[tools.locale].again}
      </button>
    </div>
  )
}

export const signatureForWeb = defineWebFace({
  icon: Signature,
  shelf: 'links',
  width: 120,
  Display: ({ value, tools }) => {
    const [id] = fileIdsOf(value)
    return id === undefined ? null : (
      <a href={tools.fileUrl(id)} target="_blank" rel="noopener noreferrer">
        <img src={tools.fileUrl(id)} alt={words[tools.locale].alt} height={24} style={{ background: '#fff' }} />
      </a>
    )
  },
  Editor: SignatureEditor,
})
