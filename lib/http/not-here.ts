/**
 * Next.js leaves a page that calls `notFound()` to the browser to draw: it is white until its scripts have run. A
 * page that says this in its head is drawn like any other, and our server answers it as not found.
 */
export const notHere = { name: "tender-answer", content: "404" } as const;

const marked = `<meta name="${notHere.name}" content="${notHere.content}"/>`;

export const saysNotHere = (html: string): boolean => html.includes(marked);
