import { useEffect, useRef } from 'preact/hooks';

/**
 * Ctrl+Z undoes what the page did last. Where something was typed since, the key is the field's own.
 *
 * `isMine` says whether the last thing done was the page's.
 */
export function useUndoKey(isMine: () => boolean, undo: () => void): void {
  const latest = useRef({ isMine, undo });
  latest.current = { isMine, undo };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const asked = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!asked || !latest.current.isMine()) return;
      event.preventDefault();
      latest.current.undo();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}
