/** The browser's own stream of events, which jsdom has not. Nothing comes by it but what a test dispatches. */
export class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static newest: Stream;
  readyState = 1;
  constructor(readonly address: string) {
    super();
    Stream.newest = this;
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
}
