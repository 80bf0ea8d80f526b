import { mediaType } from "@/lib/dialects/commerce-layer/protocol/body";
import { dispatch } from "@/lib/dialects/commerce-layer/protocol/dispatch";
import { preflight, route } from "@/lib/dialects/commerce-layer/route";

type Context = { params: Promise<{ path: string | string[] }> };

const handle = route(mediaType, async (request: Request, { params }: Context) => {
  const { path } = await params;
  return dispatch(request, typeof path === "string" ? path.split("/") : path);
});

export { handle as DELETE, handle as GET, handle as PATCH, handle as POST, handle as PUT };

export const OPTIONS = preflight;
