import { Editor, Extension } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Italic } from '@tiptap/extension-italic'
import { Link } from '@tiptap/extension-link'
import { BulletList, ListItem, ListKeymap } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Plugin } from '@tiptap/pm/state'
import { yCursorPlugin, ySyncPlugin, ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Board, CanvasId, ItemId, RecommendationId } from '@tafelrunde/schema'
import { canvasSummaryFragment, isKnownText, itemFragment, recommendationFragment } from '@tafelrunde/schema/transport'
import * as Y from 'yjs'
import { TextCarets, type CaretOwner, type CaretParts } from './TextCarets.ts'

/** Which rich text of a board is edited. */
export type TextTarget =
  | { readonly itemId: ItemId }
  | { readonly canvasId: CanvasId }
  | { readonly recommendationId: RecommendationId; readonly key: 'description' | 'rationale' }

export interface TextEditorOptions {
  readonly element: HTMLElement
  /** Spoken name of the text box. */
  readonly label: string
  readonly language: string
  readonly maxCharacters: number
  /** Where the others write, and where we do. */
  readonly carets: CaretParts
  /** More than `maxCharacters` was typed or pasted; the text is as it was before. */
  readonly onRefused: () => void
  readonly onEscape: () => void
}

export interface TextEditor {
  focusAtEnd(): void
  destroy(): void
}

/** The function below, for who loads it when it is needed. */
export type OpenTextEditor = typeof openTextEditor

/**
 * Bind an editor to a text of the board. `unknown-text`: it holds something that an editor of ours would delete on
 * mount, so it may only be shown; `gone`: there is no such text any more.
 */
export function openTextEditor(
  board: Board,
  target: TextTarget,
  options: TextEditorOptions,
): TextEditor | 'unknown-text' | 'gone' {
  const fragment = fragmentOf(board, target)
  if (!fragment) return 'gone'
  if (!isKnownText(fragment)) return 'unknown-text'
  const undoManager = new Y.UndoManager(fragment, { trackedOrigins: new Set([ySyncPluginKey]) })
  const editor = new Editor({
    element: options.element,
    injectCSS: false,
    extensions: [
      Document.extend({ content: '(paragraph | bulletList)+' }),
      Paragraph,
      Text,
      Bold,
      Italic,
      HardBreak,
      BulletList.extend({ content: 'listItem+' }),
      ListItem.extend({ content: 'paragraph (paragraph | bulletList)*' }),
      ListKeymap,
      PlainLink,
      bindingTo(fragment, undoManager, options),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        lang: options.language,
        spellcheck: 'true',
        class: 'text-editor',
      },
    },
  })
  return {
    focusAtEnd: () => editor.commands.focus('end', { scrollIntoView: false }),
    destroy() {
      editor.destroy()
      undoManager.destroy()
    },
  }
}

/** Links keep their address only: target and rel are a matter of the view. */
const PlainLink = Link.extend({
  addAttributes: () => ({ href: { default: null } }),
}).configure({ openOnClick: false, protocols: ['http', 'https', 'mailto'], autolink: true })

function fragmentOf(board: Board, target: TextTarget): Y.XmlFragment | null {
  if ('itemId' in target) return itemFragment(board, target.itemId)
  if ('canvasId' in target) return canvasSummaryFragment(board, target.canvasId)
  return recommendationFragment(board, target.recommendationId, target.key)
}

function bindingTo(fragment: Y.XmlFragment, undoManager: Y.UndoManager, options: TextEditorOptions): Extension {
  const undo = () => {
    undoManager.undo()
    return true
  }
  const redo = () => {
    undoManager.redo()
    return true
  }
  return Extension.create({
    name: 'boardText',
    addKeyboardShortcuts: () => ({
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      Escape: () => {
        options.onEscape()
        return true
      },
      'Mod-Enter': () => {
        options.onEscape()
        return true
      },
    }),
    addProseMirrorPlugins: () => [
      ySyncPlugin(fragment),
      ...showing(fragment, options.carets),
      refusingTooLong(options),
    ],
  })
}

/** Styles by attribute and class only: the policy of the page forbids what the plugin would write by itself. */
function showing({ doc }: Y.XmlFragment, carets: CaretParts): Plugin[] {
  if (!doc) return []
  const plugin: Plugin = yCursorPlugin(new TextCarets(doc, carets).asAwareness, {
    cursorBuilder({ name, colour }: CaretOwner) {
      const caret = document.createElement('span')
      caret.className = 'text-caret'
      caret.dataset['colour'] = String(colour)
      caret.ariaHidden = 'true'
      const label = document.createElement('span')
      label.className = 'text-caret-name'
      label.textContent = name
      caret.append('\u2060', label, '\u2060')
      return caret
    },
    selectionBuilder: ({ colour }: CaretOwner) => ({ class: 'text-caret-selection', 'data-colour': String(colour) }),
  })
  return [plugin]
}

function refusingTooLong({ maxCharacters, onRefused }: TextEditorOptions): Plugin {
  return new Plugin({
    props: {
      handlePaste(_view, event) {
        const pasted = event.clipboardData?.getData('text/plain') ?? ''
        if (pasted.length <= maxCharacters) return false
        onRefused()
        return true
      },
    },
    filterTransaction(transaction, state) {
      if (!transaction.docChanged || transaction.getMeta(ySyncPluginKey)) return true
      const length = transaction.doc.textContent.length
      if (length <= maxCharacters || length <= state.doc.textContent.length) return true
      onRefused()
      return false
    },
  })
}
