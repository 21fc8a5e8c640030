/** The address that people open: the token stands in the fragment, which browsers never send to a server. */
export function linkUrl(baseUrl: string, token: string): string {
  return `${baseUrl}/join#${token}`
}
