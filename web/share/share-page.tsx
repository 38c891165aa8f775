import { useEffect, useRef, useState } from "preact/hooks";
import type { LinkClient, LinkIntroduction } from "../client/link-client.ts";
import type { SharedMap } from "../client/shared-map.ts";
import type { PlainProblem } from "../components/describe-failure.ts";
import { LanguageChoice } from "../components/language-choice.tsx";
import { loadWording, WordingContext, type Language, type Wording } from "../languages/translate.ts";
import type { MapPage as MapPageComponent } from "./map-page.tsx";
import { describeRefusal } from "./describe-refusal.ts";
import { Gate } from "./gate.tsx";
import { keepLanguage } from "../languages/kept-language.ts";
import { openAsTyped } from "./open-as-typed.ts";

interface SharePageProps {
  readonly link: LinkClient;
  /** Whether the address holds a token at all. */
  readonly isComplete: boolean;
  /** A password that came with the address. */
  readonly carriedPassword: string | undefined;
  readonly firstWording: Wording;
}

/** An opened link, with the module that shows it: MapLibre loads once the password is known to be right. */
interface Opened {
  readonly shared: SharedMap;
  readonly password: string;
  readonly MapPage: typeof MapPageComponent;
}

/** How long the gate fades. */
const FADE_MS = 600;

/** The page of a link: asks for the password, then shows the map. */
export function SharePage({ link, isComplete, carriedPassword, firstWording }: SharePageProps) {
  const [wording, setWording] = useState(firstWording);
  const [introduction, setIntroduction] = useState<LinkIntroduction>();
  const [problem, setProblem] = useState<PlainProblem | undefined>(() =>
    isComplete ? undefined : incomplete(firstWording),
  );
  const [opened, setOpened] = useState<Opened>();
  /** A map whose addresses have ended: it goes on with the next right password, as the same visit. */
  const paused = useRef<SharedMap | undefined>(undefined);
  const [gate, setGate] = useState<"closed" | "leaving" | "gone">("closed");

  const openOrResume = async (password: string, onAccepted: () => void) => {
    const { current: map } = paused;
    if (map === undefined) return await link.open(password, onAccepted);
    const renewed = await link.renew(password, map.tilejson);
    return renewed.ok ? { ...renewed, value: { share: map.share, tilejson: renewed.value } } : renewed;
  };
  const open = async (typed: string) => {
    let loading: ReturnType<typeof loadMapPage> | undefined;
    const onAccepted = () => {
      loading = loadMapPage();
      // The failure is handled below, where the module is awaited.
      loading.catch(() => undefined);
    };
    const { answer, password } = await openAsTyped(typed, (each) => openOrResume(each, onAccepted));
    if (!answer.ok) return setProblem(describeRefusal(answer, wording));
    try {
      const { MapPage } = await (loading ?? loadMapPage());
      setOpened({ shared: answer.value, password, MapPage });
    } catch (error) {
      reportError(error);
      setProblem({ kind: "retry", text: wording.t("problem.unreachable") });
    }
  };
  const chooseLanguage = (language: Language) => {
    keepLanguage(language);
    void loadWording(language).then(setWording);
  };
  const end = (why: PlainProblem, resumable?: SharedMap) => {
    paused.current = resumable;
    setOpened(undefined);
    setProblem(why);
    setGate("closed");
  };

  useEffect(() => {
    document.documentElement.lang = wording.language;
    if (!isComplete) setProblem(incomplete(wording));
  }, [wording, isComplete]);
  useEffect(() => {
    if (!isComplete) return;
    void link.introduce().then((answer) => answer.ok && setIntroduction(answer.value));
    if (carriedPassword !== undefined) void open(carriedPassword);
  }, []);
  useEffect(() => {
    if (gate !== "leaving") return undefined;
    const timer = setTimeout(() => setGate("gone"), FADE_MS);
    return () => clearTimeout(timer);
  }, [gate]);

  return (
    <WordingContext.Provider value={wording}>
      {opened ? (
        <opened.MapPage
          {...opened}
          link={link}
          introduction={introduction}
          onDrawn={() => setGate("leaving")}
          onEnd={end}
          onLanguage={chooseLanguage}
        />
      ) : null}
      {gate === "gone" ? null : (
        <Gate introduction={introduction} problem={problem} isLeaving={gate === "leaving"} onSubmit={open}>
          <LanguageChoice onChoose={chooseLanguage} />
        </Gate>
      )}
    </WordingContext.Provider>
  );
}

async function loadMapPage() {
  return await import("./map-page.tsx");
}

function incomplete({ t }: Pick<Wording, "t">): PlainProblem {
  return { kind: "end", title: t("gate.incomplete"), text: t("gate.incompleteText") };
}
