// A FAKE model server in a process of its own, so that its processor time is not counted as ours: it answers every question
// at once with a valid minimal answer. Prints its address and runs until it is killed.
import { honestModel } from '../pipeline/engines/honest-model.fake.ts'
import { scriptedServer } from '../pipeline/engines/scripted-server.fake.ts'

const server = await scriptedServer(honestModel, { models: ['instant-fake'] })
console.log(server.baseUrl)
