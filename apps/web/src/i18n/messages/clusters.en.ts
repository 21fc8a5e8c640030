import type { ClusterMessages } from '../messages.ts'

export const clusters: ClusterMessages['clusters'] = {
  title: 'Put into a cluster',
  explain: 'What belongs together lies under one note, whose text is the name of the cluster. No note gets lost.',
  under: 'Under this note',
  fresh: 'New cluster …',
  name: 'Name of the cluster',
  put: 'Put under it',
}
