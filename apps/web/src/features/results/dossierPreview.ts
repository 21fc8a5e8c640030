import type { Theme } from '../../ui/theme.ts'

/**
 * Shows a dossier inside a shadow root, so that its own style counts and ours does not.
 *
 * The page's content security policy forbids inline style, also in frames made from blobs; a constructed style sheet is
 * allowed. Scripts in parsed documents never run, and the dossier has none.
 */
export function showDossier(host: HTMLElement, html: string, theme: Theme): void {
  const styles: string[] = []
  // Taken out before parsing: a style element in a parsed document is reported as a violation of the policy.
  const bare = html.replace(/<style[^>]*>([\s\S]*?)<\/style>/gi, (_element, css: string) => {
    styles.push(css)
    return ''
  })
  const parsed = new DOMParser().parseFromString(bare, 'text/html')
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(inTheme(scopeStyle(styles.join('\n')), theme))
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheet]
  const body = document.createElement('div')
  body.className = 'dossier-body'
  body.lang = parsed.documentElement.lang
  body.append(...parsed.body.childNodes)
  for (const landmark of body.querySelectorAll('main, header, footer, nav')) replaceLandmark(landmark)
  for (const link of body.querySelectorAll('a[href^="#"]')) jumpInside(link, body)
  root.replaceChildren(body)
}

/** Rules for the document's root or body are for the preview's body, those for landmarks for what stands for them. */
export function scopeStyle(css: string): string {
  return css
    .replace(/(^|[\s,{}])(:root|html|body)(?=[\s,{.:[])/g, '$1.dossier-body')
    .replace(/(^|[\s,{}])(main|header|footer|nav)(?=[\s,{.:[])/g, '$1.dossier-$2')
}

/** The dossier follows the device; inside the page it follows the look that the person has chosen for the page. */
export function inTheme(css: string, theme: Theme): string {
  if (theme !== 'light' && theme !== 'dark') return css
  return css
    .replace(/@media \(prefers-color-scheme: dark\)/g, theme === 'dark' ? '@media all' : '@media not all')
    .replace(/color-scheme: light dark/g, `color-scheme: ${theme}`)
}

/** The page has its own main and banner; inside it the dossier's are parts of a section. */
function replaceLandmark(landmark: Element): void {
  const part = document.createElement('div')
  part.className = `dossier-${landmark.localName}`
  part.id = landmark.id
  part.append(...landmark.childNodes)
  landmark.replaceWith(part)
}

/** Fragments do not reach into a shadow root by themselves. */
function jumpInside(link: Element, body: HTMLElement): void {
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const id = decodeURIComponent(link.getAttribute('href')?.slice(1) ?? '')
    body.querySelector(`#${CSS.escape(id)}`)?.scrollIntoView()
  })
}
