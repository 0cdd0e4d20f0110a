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

describe('a board that two people edit', () => {
  const cards = [partCard('heat')]

  it('is not written over by who read it before the other saved; told so, one may still do it on purpose', async () => {
    const { id } = await createBoard(admin(), { label, cards: [], isOwn: false })
    const { rev } = getBoard(zhou(), id)
    const first = await changeBoard(zhou(), id, { label, cards, rev })
    expect(first).toMatchObject({ cards, rev: rev + 1 })
    await expect(changeBoard(admin(), id, { label, cards: [partCard('funnel')], rev })).rejects.toMatchObject({
      code: 'config-conflict',
      details: { by: company.workspace.directory.current.users.get(company.ids.users['zhou'] ?? '')?.name },
    })
    expect(getBoard(admin(), id)).toMatchObject({ cards, rev: first.rev })
    expect(await changeBoard(admin(), id, { label, cards: [], rev: first.rev })).toMatchObject({ cards: [] })
    await deleteBoard(admin(), id)
  })

  it('is the one that was there when nobody had touched it, too', async () => {
    await changeConfig(admin(), [{ kind: 'board', id: CAMPUS_BOARD, item: null }])
    expect(getBoard(zhou(), CAMPUS_BOARD).rev).toBe(0)
    const both = await Promise.allSettled([
      changeBoard(zhou(), CAMPUS_BOARD, { cards, rev: 0 }),
      changeBoard(admin(), CAMPUS_BOARD, { cards: [], rev: 0 }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(getBoard(zhou(), CAMPUS_BOARD).rev).toBe(1)
  })

  it('keeps thresholds that another process has set and this one has not heard of', async () => {
    await changeConfig(admin(), [{ kind: 'board', id: CAMPUS_BOARD, item: { id: CAMPUS_BOARD } }])
    await company.workspace.db.query(
      `UPDATE w.config_item SET item = item || '{"thresholds": {"firstResponse": 7}}', rev = rev + 1 WHERE kind = 'board' AND id = $1`,
      [CAMPUS_BOARD],
    )
    await company.workspace.db.query('UPDATE w.workspace SET version = version + 1')
    const rev = getBoard(zhou(), CAMPUS_BOARD).rev
    await expect(changeBoard(zhou(), CAMPUS_BOARD, { cards, rev })).rejects.toMatchObject({ code: 'config-conflict' })
    await changeBoard(zhou(), CAMPUS_BOARD, { cards, rev: getBoard(zhou(), CAMPUS_BOARD).rev })
    expect(company.workspace.config.current.item('board', CAMPUS_BOARD)).toMatchObject({
      cards,
      thresholds: { firstResponse: 7 },
    })
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
