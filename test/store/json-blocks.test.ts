import { expect, test } from 'vitest'
import { readJsonBlock, writeJsonBlocks } from '../../src/store/json-blocks.js'
import { DamagedIndex } from '../../src/store/storage.js'
import { MemoryIndex } from './support.js'

test('values come back from their blocks', async () => {
  const index = new MemoryIndex()
  const values = [{ 设备: ['停机', 'x'.repeat(500)] }, []]
  const { packs, blocks } = await writeJsonBlocks(values, index.ports)
  expect(packs.map(pack => pack.name)).toEqual([...index.files.keys()])
  expect(await Promise.all(blocks.map(block => readJsonBlock(index.storage, block)))).toEqual(values)
})

test('a block that is not there is damage', async () => {
  const block = { file: 'shared-0123456789abcdef.bin', start: 0, length: 9 }
  await expect(readJsonBlock(new MemoryIndex().storage, block)).rejects.toThrow(DamagedIndex)
})
