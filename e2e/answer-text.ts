/** The text of an answer; of a stream, which has no end, what it says first. */
export async function answerText(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return await response.text()
  const stream = response.body?.getReader()
  const first = await stream?.read()
  await stream?.cancel()
  return new TextDecoder().decode(first?.value)
}
