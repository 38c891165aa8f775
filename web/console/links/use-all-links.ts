import { useEffect, useState } from "preact/hooks";
import type { Link, PageOf } from "../owned.ts";
import { useOwner } from "../owner-context.ts";

/** A page of links as large as the service answers. */
const LINKS_PER_PAGE = 1_000;

/** All links of the organization, as they come in page by page. */
export function useAllLinks(): readonly Link[] {
  const { call } = useOwner();
  const [links, setLinks] = useState<readonly Link[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const load = async (offset: number): Promise<void> => {
      const page = await call<PageOf & { links: readonly Link[] }>("share.link.list", {
        limit: LINKS_PER_PAGE,
        offset,
      });
      if (!page.ok || !isCurrent) return;
      setLinks((before) => [...before, ...page.value.links]);
      if (page.value.next_offset !== null) await load(page.value.next_offset);
    };
    void load(0);
    return () => {
      isCurrent = false;
    };
  }, []);
  return links;
}
