/** What a pager says below a list. */
export function pagerWords(of: string, page: number, pages: number) {
  return {
    navigation: `Pages of ${of}`,
    previous: "Newer",
    next: "Older",
    position: `Page ${page} of ${pages}`,
  };
}
