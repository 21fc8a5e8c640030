import {
  CANVAS_KINDS,
  LIMITS,
  addService,
  editCanvasTitle,
  removeService,
  setCanvasKind,
  templateOf,
  type Canvas,
} from '@tafelrunde/schema'
import { X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useDesk } from '../../board/Desk.ts'
import { RichTextField } from '../../board/RichTextField.tsx'
import { useLiveText } from '../../board/useLiveText.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useText } from '../../i18n/useText.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Popover } from '../../ui/Popover.tsx'
import { TextField } from '../../ui/TextField.tsx'
import './CanvasHead.css'

export interface CanvasHeadProps {
  readonly canvas: Canvas
  readonly mayWrite: boolean
  /** At the end of the line: switches. */
  readonly children?: ReactNode
}

/** Who the canvas is about: title, kind, services and a short description, each changed in place. */
export function CanvasHead({ canvas, mayWrite, children }: CanvasHeadProps) {
  return (
    <div className="canvas-head">
      <CanvasTitle key={canvas.id} canvas={canvas} mayWrite={mayWrite} />
      <CanvasFacts canvas={canvas} mayWrite={mayWrite} />
      <div className="canvas-head-end">{children}</div>
    </div>
  )
}

/** The title, a text box that looks like a heading. */
export function CanvasTitle({ canvas, mayWrite }: { canvas: Canvas; mayWrite: boolean }) {
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const field = templateOf(canvas.templateId)?.fields.find((candidate) => candidate.id === 'title')
  const { ref, ...live } = useLiveText<HTMLInputElement>({
    value: canvas.title,
    write: (title) => desk.write((board) => editCanvasTitle(board, canvas.id, title)) !== null,
    onChanged: (before) =>
      desk.remember(t.didCanvas, {
        operation: 'editCanvasTitle',
        changes: [
          { type: 'text', root: 'canvases', id: canvas.id, key: 'title', value: before, expected: canvas.title },
        ],
      }),
  })
  return (
    <>
      <h2 className="visually-hidden">{canvas.title || t.canvasUntitled}</h2>
      <input
        ref={ref}
        className="canvas-title"
        value={live.value}
        readOnly={!mayWrite}
        maxLength={LIMITS.titleCharacters}
        placeholder={field?.prompt[language] ?? t.canvasUntitled}
        aria-label={field?.label[language] ?? t.canvasUntitled}
        title={live.value}
        lang={desk.boardLanguage}
        onFocus={live.onFocus}
        onBlur={live.onBlur}
        onChange={(event) => live.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur()
        }}
      />
    </>
  )
}

/** Kind, services and short description, as far as the template has them. */
export function CanvasFacts({ canvas, mayWrite }: { canvas: Canvas; mayWrite: boolean }) {
  const t = useText().board
  const language = useLanguage()
  const desk = useDesk()
  const template = templateOf(canvas.templateId)
  const field = (id: string) => template?.fields.find((candidate) => candidate.id === id)
  const [kind, service, summary] = [field('kind'), field('service'), field('summary')]
  const kindName = (id: string) => kind?.choices?.find((choice) => choice.id === id)?.label[language] ?? id
  const summaryText = canvas.summary.map((block) => block.runs.map((run) => run.text).join('')).join(' ')
  if (!kind && !service && !summary) return null
  return (
    <dl className="canvas-facts">
      {kind && (
        <div>
          <dt>{kind.label[language]}</dt>
          <dd>
            {mayWrite ? (
              <select
                className="fact-value"
                aria-label={kind.label[language]}
                title={kind.prompt[language]}
                value={canvas.kind ?? ''}
                onChange={(event) => {
                  const next = CANVAS_KINDS.find((candidate) => candidate === event.target.value) ?? null
                  desk.edit(t.didCanvas, (board) => setCanvasKind(board, canvas.id, next))
                }}
              >
                <option value="">{t.notSaid}</option>
                {CANVAS_KINDS.map((id) => (
                  <option key={id} value={id}>
                    {kindName(id)}
                  </option>
                ))}
              </select>
            ) : (
              <span className="fact-value">{canvas.kind ? kindName(canvas.kind) : t.notSaid}</span>
            )}
          </dd>
        </div>
      )}
      {service && (
        <Fact label={service.label[language]} value={canvas.services.map((one) => one.text).join(', ')}>
          <p className="soft small">{service.prompt[language]}</p>
          <Services canvas={canvas} mayWrite={mayWrite} />
        </Fact>
      )}
      {summary && (
        <Fact label={summary.label[language]} value={summaryText}>
          <RichTextField
            label={summary.prompt[language]}
            text={canvas.summary}
            target={{ canvasId: canvas.id }}
            maxCharacters={LIMITS.summaryCharactersHard}
            isReadOnly={!mayWrite}
          />
          <p className="soft small">{t.summaryLength({ count: summaryText.length, of: LIMITS.summaryCharacters })}</p>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  const t = useText().board
  const desk = useDesk()
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <Popover
          label={label}
          placement="bottom start"
          trigger={
            <button type="button" className="fact-value" title={value || undefined}>
              <span className="visually-hidden">{label}: </span>
              <span lang={value ? desk.boardLanguage : undefined}>{value || t.notSaid}</span>
            </button>
          }
        >
          <div className="fact-panel">{children}</div>
        </Popover>
      </dd>
    </div>
  )
}

function Services({ canvas, mayWrite }: { canvas: Canvas; mayWrite: boolean }) {
  const t = useText().board
  const desk = useDesk()
  const [text, setText] = useState('')
  const [url, setUrl] = useState('')
  const add = () => {
    if (text.trim() === '') return
    const service = { text: text.trim(), url: url.trim() || null }
    if (desk.edit(t.didCanvas, (board) => addService(board, canvas.id, service)) === null) return
    setText('')
    setUrl('')
  }
  return (
    <>
      <ul className="fact-services">
        {canvas.services.map((service) => (
          <li key={service.id}>
            {service.url ? (
              <a href={service.url} target="_blank" rel="noreferrer">
                {service.text}
              </a>
            ) : (
              <span>{service.text}</span>
            )}
            {mayWrite && (
              <IconButton
                size="s"
                label={t.serviceRemove({ name: service.text })}
                icon={<Icon of={X} size={15} />}
                onClick={() => desk.edit(t.didCanvas, (board) => removeService(board, canvas.id, service.id))}
              />
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <form
          className="fact-form"
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextField label={t.service} value={text} onChange={setText} maxLength={LIMITS.shortTextCharacters} />
          <TextField label={t.serviceLink} type="url" value={url} onChange={setUrl} maxLength={LIMITS.urlCharacters} />
          <Button type="submit" disabled={text.trim() === ''}>
            {t.serviceAdd}
          </Button>
        </form>
      )}
    </>
  )
}
