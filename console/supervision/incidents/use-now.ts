/** The clock on the wall, for what runs against a time. */
import { useEffect, useState } from 'react';

const halfMinute = 30_000;

/** Milliseconds since 1970, anew each half minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const clock = setInterval(() => setNow(Date.now()), halfMinute);
    return () => clearInterval(clock);
  }, []);
  return now;
}
