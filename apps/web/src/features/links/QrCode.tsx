import { useMemo } from 'react'
import { qrPath } from './qrPath.ts'
import './QrCode.css'

export interface QrCodeProps {
  url: string
  /** What the code leads to, spoken instead of the picture. */
  label: string
}

/** A link as a QR code; dark on white in every theme, with the quiet zone that cameras need. */
export function QrCode({ url, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrPath(url), [url])
  return (
    <svg className="qr-code" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <rect x="-4" y="-4" width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  )
}
