import type { Group } from '@tafelrunde/schema/plain'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useText } from '../../i18n/useText.ts'
import type { Messages } from '../../i18n/messages.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Icon } from '../../ui/Icon.tsx'
import type { LineProblem, ParsedList } from './parseAssignments.ts'

/** What was understood of a list, what was not and why, and how the groups fill. */
export function ListPreview({ list, tables }: { list: ParsedList; tables: readonly Group[] }) {
  const words = useText().groups.list
  return (
    <div className="list-preview">
      <output className="list-verdict">
        <span>
          <Icon of={CircleCheck} size={16} /> {words.understood({ count: list.entries.length })}
        </span>
        {list.problems.length > 0 && (
          <span data-problem="">
            <Icon of={CircleAlert} size={16} /> {words.notUnderstood({ count: list.problems.length })}
          </span>
        )}
      </output>
      {list.problems.length > 0 && (
        <ul className="list-problems">
          {list.problems.map((problem) => (
            <li key={`${problem.line} ${problem.kind}`}>
              <span className="tabular soft">{words.lineNumber({ line: problem.line })}</span>
              <span>
                <q>{problem.text}</q> {reasonOf(problem, words.problems)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <section aria-label={words.fill}>
        <h3>{words.fill}</h3>
        <ul className="list-fill">
          {tables.map((group) => {
            const own = list.entries.filter(({ groupId }) => groupId === group.id)
            const named = own.filter(({ name }) => name !== '').length
            return (
              <li key={group.id}>
                <Chip letter={group.letter} colour={group.colour} />
                <span className="list-fill-name">{group.name}</span>
                <span className="soft">{words.fillLine({ named, houses: own.length - named })}</span>
                {group.maxSeats !== null && named > group.maxSeats && (
                  <span className="list-over">{words.over({ max: group.maxSeats })}</span>
                )}
              </li>
            )
          })}
        </ul>
      </section>
    </div>
  )
}

function reasonOf(problem: LineProblem, reasons: Messages['groups']['list']['problems']): string {
  return problem.kind === 'unknownGroup' ? reasons.unknownGroup({ group: problem.group }) : reasons[problem.kind]
}
