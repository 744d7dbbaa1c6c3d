/** What every program beside the server does: begins when told, gives signs of life, ends when told or left alone. */

const heartbeatPause = 5_000;
// A stop that hangs would keep the whole platform from stopping; what was cut off is done again at the next start.
const stopPatience = 20_000;

/** Tells the main process something, as long as it is there. */
export function tell<Message extends { readonly kind: string }>(message: Message): void {
  if (process.connected) process.send?.(message);
}

/** Runs `work` on the first message; what it gives stops it. */
export function beChild<Start>(work: (start: Start) => Promise<() => Promise<void>>): void {
  let working: Promise<() => Promise<void>> | undefined;
  let isEnding = false;

  async function begin(start: Start): Promise<() => Promise<void>> {
    const stop = await work(start);
    const heart = setInterval(() => tell({ kind: 'heartbeat' }), heartbeatPause);
    tell({ kind: 'ready' });
    return async () => {
      clearInterval(heart);
      await stop();
    };
  }

  async function end(): Promise<void> {
    // A signal to the whole group and the main process's own message may both come.
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), stopPatience).unref();
    const stop = await working;
    await stop?.();
    process.exit(0);
  }

  process.on('message', (message: { kind: string }) => {
    if (message.kind === 'stop') void end();
    else working ??= begin(message as Start);
  });
  // Ctrl-C reaches the whole group; the main process decides when its programs stop. Its death is told by 'disconnect'.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => void end());
  process.on('disconnect', () => void end());
}
