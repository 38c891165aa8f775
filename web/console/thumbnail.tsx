import { useEffect, useState } from "preact/hooks";
import { useWording } from "../languages/translate.ts";
import { useOwner } from "./owner-context.ts";

interface ThumbnailProps {
  /** The operation that draws it, and what it names. */
  readonly operation: string;
  readonly input: Readonly<Record<string, string>>;
  readonly name: string;
}

/** The picture of an image or a collection; an empty frame where there is none. */
export function Thumbnail({ operation, input, name }: ThumbnailProps) {
  const { t } = useWording();
  const { client } = useOwner();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void client.picture(operation, { ...input, width: 320, height: 200 }).then((picture) => {
      if (picture === undefined || isGone) return;
      made = URL.createObjectURL(picture);
      setAddress(made);
    });
    return () => {
      isGone = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [operation, ...Object.values(input)]);
  return address === undefined ? (
    <div class="thumbnail" />
  ) : (
    <img class="thumbnail" src={address} alt={t("items.thumbnail", { name })} />
  );
}
