import { challengeAnswerRoute, challengeRoute } from "./challenge";
import { frameRoute } from "./frames";
import type { PageRoute } from "./route";

export type { PageRequest, PageResponse, PageRoute } from "./route";

export const pages: PageRoute[] = [frameRoute, challengeRoute, challengeAnswerRoute];
