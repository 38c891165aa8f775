import { useEffect, useState } from "preact/hooks";
import type { OwnerClient } from "../client/owner-client.ts";
import { LanguageChoice } from "../components/language-choice.tsx";
import { Mark } from "../components/mark.tsx";
import { keepLanguage } from "../languages/kept-language.ts";
import { useWording, WordingContext, type Language, type Wording } from "../languages/translate.ts";
import { CollectionsView } from "./collections/collections-view.tsx";
import { ItemView } from "./items/item-view.tsx";
import { ItemsView } from "./items/items-view.tsx";
import { ShareView } from "./items/share-view.tsx";
import { LinkView } from "./links/link-view.tsx";
import { LinksView } from "./links/links-view.tsx";
import { NewLinkView } from "./links/new-link-view.tsx";
import { OperatorView } from "./operator/operator-view.tsx";
import { useOperator } from "./operator/use-operator.ts";
import { OrganizationView } from "./organization/organization-view.tsx";
import { OwnerContext } from "./owner-context.ts";
import { addressOf, useRoute, type Route } from "./route.ts";
import type { SignInFault } from "./describe-sign-in.ts";
import { SignIn } from "./sign-in.tsx";
import { StyleView } from "./style/style-view.tsx";
import { UsageView } from "./usage/usage-view.tsx";
import { loadConsoleWording } from "./wording.ts";

interface ConsolePageProps {
  readonly client: OwnerClient;
  /** Why a sign-in that came with the address failed. */
  readonly firstFault: SignInFault | undefined;
  readonly firstWording: Wording;
}

/** The console of an owner: signs in, then shows one view at a time. */
export function ConsolePage({ client, firstFault, firstWording }: ConsolePageProps) {
  const [wording, setWording] = useState(firstWording);
  const [session, setSession] = useState<"open" | "leaving" | "none">(client.hasSession ? "open" : "none");
  const [fault, setFault] = useState(firstFault);
  const chooseLanguage = (language: Language) => {
    keepLanguage(language);
    void loadConsoleWording(language).then(setWording);
  };
  const end = () => {
    setFault("ended");
    // Calls in flight fail while a person signs out.
    setSession((now) => (now === "leaving" ? now : "none"));
  };
  const signOut = async () => {
    setSession("leaving");
    const elsewhere = await client.signOut();
    if (elsewhere !== undefined) return location.assign(elsewhere);
    setFault(undefined);
    setSession("none");
  };
  useEffect(() => {
    document.documentElement.lang = wording.language;
  }, [wording]);
  return (
    <WordingContext.Provider value={wording}>
      {session === "open" ? (
        <OwnerContext.Provider value={{ client, onSignedOut: end }}>
          <Shell onLanguage={chooseLanguage} onSignOut={() => void signOut()} />
        </OwnerContext.Provider>
      ) : null}
      {session === "none" ? (
        <SignIn client={client} fault={fault} onSignedIn={() => setSession("open")}>
          <LanguageChoice onChoose={chooseLanguage} />
        </SignIn>
      ) : null}
    </WordingContext.Provider>
  );
}

interface ShellProps {
  readonly onLanguage: (language: Language) => void;
  readonly onSignOut: () => void;
}

/** Views with a place in the bar, each with its address; that of operators is for them alone. */
const TABS = [
  { view: "share" },
  { view: "links" },
  { view: "items" },
  { view: "collections" },
  { view: "usage" },
  { view: "organization", part: "people" },
  { view: "operator", part: "accounts" },
] as const satisfies readonly Route[];

function Shell({ onLanguage, onSignOut }: ShellProps) {
  const { t } = useWording();
  const route = useRoute();
  const isOperator = useOperator();
  return (
    <>
      <a class="skip" href="#content" onClick={focusContent}>
        {t("console.skip")}
      </a>
      <header class="bar">
        <p class="brand">
          <Mark />
          Geopera Share
        </p>
        <nav aria-label={t("console.title")}>
          {TABS.filter(({ view }) => view !== "operator" || isOperator).map((tab) => (
            <a
              key={tab.view}
              href={addressOf(tab)}
              aria-current={tabOf(route) === tab.view ? "page" : undefined}
            >
              {t(`nav.${tab.view}`)}
            </a>
          ))}
        </nav>
        <LanguageChoice onChoose={onLanguage} />
        <button type="button" class="quiet" onClick={onSignOut}>
          {t("nav.signOut")}
        </button>
      </header>
      <main id="content" class="content" tabIndex={-1}>
        <View route={route} />
      </main>
    </>
  );
}

function tabOf({ view }: Route): (typeof TABS)[number]["view"] {
  switch (view) {
    case "new-link":
      return "share";
    case "item":
    case "style":
      return "items";
    case "link":
      return "links";
    default:
      return view;
  }
}

function View({ route }: { route: Route }) {
  switch (route.view) {
    case "share":
      return <ShareView />;
    case "links":
      return <LinksView />;
    case "collections":
      return <CollectionsView />;
    case "usage":
      return <UsageView />;
    case "organization":
      return <OrganizationView key={route.part} part={route.part} />;
    case "operator":
      return <OperatorView key={route.part} part={route.part} />;
    case "items":
      return <ItemsView />;
    case "item":
      return <ItemView key={route.itemId} itemId={route.itemId} />;
    case "style":
      return <StyleView key={route.itemId} itemId={route.itemId} />;
    case "link":
      return <LinkView key={route.linkId} linkId={route.linkId} />;
    case "new-link":
      return <NewLinkView key={route.id} target={route} />;
  }
}

/** The address behind `#` is that of the view, so the jump is made here. */
function focusContent(event: Event): void {
  event.preventDefault();
  document.getElementById("content")?.focus();
}
