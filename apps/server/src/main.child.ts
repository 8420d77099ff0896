import { childTasks } from './child-tasks.js'
import { serveTasks } from './platform/children/serve-tasks.js'

serveTasks(childTasks)
