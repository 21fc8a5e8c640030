import type { StreamState } from '../api/openEventStream.ts'
import { useText } from '../i18n/useText.ts'
import { Loading } from '../ui/Loading.tsx'
import { PaperPage } from './PaperPage.tsx'

/** Before the first news of a stream: loading, or in words that the server does not answer; it goes on by itself. */
export function WaitingForServer({ stream }: { stream: StreamState }) {
  const t = useText().join.bad.offline
  if (stream.type !== 'waiting') return <Loading />
  return (
    <PaperPage title={t.title}>
      <output>{t.waiting}</output>
    </PaperPage>
  )
}
