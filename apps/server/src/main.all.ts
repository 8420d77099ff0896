import { startHouse } from './house.js'
import { runProgram } from './platform/program/run-program.js'

await runProgram('house', startHouse)
