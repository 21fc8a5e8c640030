export { demoWorkshop, type DemoWorkshop, type DemoWorkshopGroup, type PendingIdea } from './demoWorkshop.ts'
export type { DemoLanguage } from './demoContents.ts'
