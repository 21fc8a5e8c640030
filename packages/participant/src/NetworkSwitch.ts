import { HocuspocusProviderWebsocket } from '@hocuspocus/provider'

/**
 * The provider's socket with a network that can be taken away for sure.
 *
 * `disconnect` alone does not: a connection that was lost a moment before comes back all the same, from a timer that
 * the provider has set already, and brings what a test believes to be offline.
 */
export class NetworkSwitch extends HocuspocusProviderWebsocket {
  #isOffline = false

  override async connect(): ReturnType<HocuspocusProviderWebsocket['connect']> {
    // The base class connects in its constructor, before this class has its fields.
    if (#isOffline in this && this.#isOffline) return undefined
    return super.connect()
  }

  goOffline(): void {
    this.#isOffline = true
    this.disconnect()
  }

  async goOnline(): Promise<void> {
    this.#isOffline = false
    await this.#gone()
    if (!this.#isOffline) await this.connect()
  }

  /** A connection that is still on its way out passes for one that is there, and connecting would do nothing. */
  #gone(): Promise<void> {
    if (this.shouldConnect || this.status === 'disconnected') return Promise.resolve()
    return new Promise((resolve) => {
      const onDisconnect = (): void => {
        this.off('disconnect', onDisconnect)
        resolve()
      }
      this.on('disconnect', onDisconnect)
    })
  }
}
