import { useRef, useState } from 'react'
import { currentLocale } from '../../i18n/locale-store.ts'

interface Recognition {
  lang: string
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null
  onend: (() => void) | null
  start(): void
  stop(): void
}
type RecognitionClass = new () => Recognition

const recognitionClass = (): RecognitionClass | undefined => {
  const host = globalThis as { SpeechRecognition?: RecognitionClass; webkitSpeechRecognition?: RecognitionClass }
  return host.SpeechRecognition ?? host.webkitSpeechRecognition
}

/** Speech to text by the browser, where it has it; without it there is no microphone button. */
export const useDictation = (onText: (text: string) => void): { canDictate: boolean; isListening: boolean; toggle(): void } => {
  const [isListening, setListening] = useState(false)
  const current = useRef<Recognition | null>(null)
  const toggle = (): void => {
    if (isListening) return current.current?.stop()
    const Recogniser = recognitionClass()
    if (!Recogniser) return
    const recognition = new Recogniser()
    recognition.lang = currentLocale()
    recognition.onresult = ({ results }) => onText(Array.from(results, (result) => result[0]?.transcript ?? '').join(''))
    recognition.onend = () => setListening(false)
    current.current = recognition
    recognition.start()
    setListening(true)
  }
  return { canDictate: recognitionClass() !== undefined, isListening, toggle }
}
