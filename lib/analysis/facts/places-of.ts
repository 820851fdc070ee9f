/** Finds the place of a number in a column that has it once; -1 where it is not there. */
export function placesOf(column: ArrayLike<number>): (number: number) => number {
  let greatest = 0
  for (let i = 0; i < column.length; i++) greatest = Math.max(greatest, column[i] as number)
  // Ids are dense but where much was tried and rolled back.
  if (greatest > 16 * column.length + 1_000_000) return sparsePlacesOf(column)
  const places = new Int32Array(greatest + 1).fill(-1)
  for (let i = 0; i < column.length; i++) places[column[i] as number] = i
  return (number) => places[number] ?? -1
}

function sparsePlacesOf(column: ArrayLike<number>): (number: number) => number {
  const places = new Map<number, number>()
  for (let i = 0; i < column.length; i++) places.set(column[i] as number, i)
  return (number) => places.get(number) ?? -1
}
