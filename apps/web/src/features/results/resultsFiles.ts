import { fetchFile } from '../../api/callApi.ts'
import type { StoredSeat } from '../../api/seats.ts'
import type { Language } from '../../i18n/language.ts'

/** Formats of the dossier that people can take along. */
export const RESULT_FORMATS = ['html', 'md', 'csv', 'json'] as const
export type ResultFormat = (typeof RESULT_FORMATS)[number]

/** The dossier as a file, as of now. @throws ApiError */
export function fetchResults(
  seat: Pick<StoredSeat, 'workshopId' | 'token'>,
  wish: { readonly format: ResultFormat; readonly language: Language },
): Promise<Blob> {
  return fetchFile(`/workshops/${seat.workshopId}/results.${wish.format}?language=${wish.language}`, seat.token)
}

/** A file name that every system takes: the title without what file systems forbid, and the day. */
export function resultsFileName(title: string, format: ResultFormat, at: Date): string {
  const words = title
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/\s+/g, '-')
    .slice(0, 80)
    .replace(/^[.-]+|[.-]+$/g, '')
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
  return `${words || 'Workshop'}_${day}.${format}`
}

/** Hand a fetched file to the browser's downloads. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
