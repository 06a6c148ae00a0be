/**
 * Prints a list as JSON while its items come, so that no long list is ever held: what JSON.stringify(items, null, 2) gives,
 * item by item. `print` takes a piece and ends the line.
 */
export class JsonList {
  private waiting: string | null = null;

  constructor(private readonly print: (text: string) => void) {}

  add(item: unknown): void {
    this.print(this.waiting === null ? '[' : `${this.waiting},`);
    this.waiting = `  ${JSON.stringify(item, null, 2).replaceAll('\n', '\n  ')}`;
  }

  close(): void {
    this.print(this.waiting === null ? '[]' : `${this.waiting}\n]`);
  }
}
