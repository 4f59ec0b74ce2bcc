/** What a thread is loaded by: as we are. Other options of Node are for a whole process. */
export function threadPreloads(execArgv: readonly string[] = process.execArgv): string[] {
  return execArgv.flatMap((option, index) => (option === '-r' ? [option, execArgv[index + 1]!] : []));
}
