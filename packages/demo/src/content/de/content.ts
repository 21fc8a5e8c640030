import type { DemoGroup } from '../../DemoContent.ts'
import { families } from './families.ts'
import { founders } from './founders.ts'
import { intermediaries } from './intermediaries.ts'
import { lowDigitalExperience } from './lowDigitalExperience.ts'
import { municipalStaff } from './municipalStaff.ts'
import { students } from './students.ts'

export { commonBoard } from './commonBoard.ts'
export { frame } from './frame.ts'

/** The six groups in the order of their letters. */
export const groups: readonly DemoGroup[] = [
  municipalStaff,
  founders,
  families,
  students,
  lowDigitalExperience,
  intermediaries,
]
