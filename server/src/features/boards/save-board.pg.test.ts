import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CAMPUS_BOARD, partCard, usualCards } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeConfig } from '../config/change-config.ts'
import { findConfigHistory } from '../config/find-config.ts'
import { findBoards, getBoard } from './find-boards.ts'
import { changeBoard, createBoard, deleteBoard } from './save-board.ts'

let company: TestWorkspace
beforeAll(async () => {
  company = await openTestWorkspace()
})
afterAll(() => company.close())

const zhou = () => company.contextOf('zhou')
const admin = () => company.contextOf('admin')
const label = { 'zh-CN': '回款看板' }

describe('the cockpit', () => {
  it('is there before anybody set it up', () => {
    expect(findBoards(zhou())).toMatchObject([{ id: CAMPUS_BOARD, isOwn: false, isUsual: true, cards: usualCards }])
  })

  it('shows the cards that a manager chose, keeps its thresholds, and goes back to the usual ones', async () => {
    await changeConfig(admin(), [
      { kind: 'board', id: CAMPUS_BOARD, item: { id: CAMPUS_BOARD, thresholds: { firstResponse: 1 } } },
    ])
    const cards = [partCard('heat'), { ...partCard('figures'), span: 3 as const }]
    expect(await changeBoard(zhou(), CAMPUS_BOARD, { cards })).toMatchObject({ isUsual: false, cards })
    expect(company.workspace.config.current.item('board', CAMPUS_BOARD)?.thresholds?.firstResponse).toBe(1)
    expect(await changeBoard(zhou(), CAMPUS_BOARD, { cards: null })).toMatchObject({ isUsual: true, cards: usualCards })
    expect(company.workspace.config.current.item('board', CAMPUS_BOARD)?.thresholds?.firstResponse).toBe(1)
    expect((await findConfigHistory(admin(), 'board', CAMPUS_BOARD)).length).toBe(3)
  })

  it('is not taken away', async () => {
    await expect(deleteBoard(admin(), CAMPUS_BOARD)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('boards beside it', () => {
  it('are seen by the roles they were made for', async () => {
    const { id } = await createBoard(admin(), { label, cards: [], isOwn: false, roles: ['consultant'] })
    expect(getBoard(admin(), id)).toMatchObject({ label, roles: ['consultant'], mayEdit: true })
    // A manager sets up shared boards, and so sees those of others too.
    expect(getBoard(zhou(), id)).toMatchObject({ mayEdit: true })
    await deleteBoard(zhou(), id)
    expect(() => getBoard(admin(), id)).toThrow('not-found')
  })

  it('of one’s own are nobody else’s, not even to know of', async () => {
    const { id } = await createBoard(zhou(), { label, cards: [], isOwn: true })
    expect(findBoards(zhou()).at(-1)).toMatchObject({ id, isOwn: true, mayEdit: true })
    expect(findBoards(admin()).some((board) => board.id === id)).toBe(false)
    await expect(changeBoard(admin(), id, { cards: [] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(deleteBoard(admin(), id)).rejects.toMatchObject({ code: 'not-found' })
    await deleteBoard(zhou(), id)
  })

  it('are not for those who see none', async () => {
    await expect(createBoard(company.contextOf('lina'), { label, cards: [], isOwn: true })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(() => findBoards(company.contextOf('lina'))).toThrow('forbidden')
  })
})
