import {
  BellOutlined,
  GlobalOutlined,
  LogoutOutlined,
  MenuOutlined,
  MoonOutlined,
  SearchOutlined,
  SunOutlined,
  UserOutlined,
} from "@ant-design/icons";
import { useApolloClient, useQuery } from "@apollo/client/react";
import { Badge, Button, Drawer, Dropdown, Segmented, Spin } from "antd";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, NavLink, Outlet, useLocation, useNavigate, useNavigation } from "react-router";
import { session } from "@/graphql/session";
import { useAct } from "@/graphql/useAct";
import { chooseLanguage, useLanguage } from "@/i18n/language";
import { useDeskEvents } from "@/live/desk";
import { useWarnings } from "@/live/LiveProvider";
import { closeSocket } from "@/live/socket";
import { seesNoCases, useViewer } from "@/office/viewer";
import { AbsenceNotices } from "./AbsenceNotices";
import { ConnectionBanner } from "./ConnectionBanner";
import { AbsencesWaitingDocument, ShellTotalsDocument, SignOutDocument } from "./documents";
import { dropAllDrafts } from "./draft";
import { groups, placesFor } from "./nav";
import { OfficeClockText } from "./OfficeClockText";
import { Palette } from "./Palette";
import { type ThemeChoice, useThemeChoice } from "./theme";
import { isTyping } from "./typing";
import { WarningsDrawer } from "./WarningsDrawer";

function useSignOut() {
  const client = useApolloClient();
  const navigate = useNavigate();
  const act = useAct(SignOutDocument);
  return async () => {
    session.leaving = true;
    const done = await act.run({});
    if (!done.ok && done.refusal.code !== "UNAUTHENTICATED") {
      session.leaving = false;
      return;
    }
    dropAllDrafts();
    closeSocket();
    await navigate("/signin");
    await client.clearStore();
  };
}

/** The frame of every page behind the sign-in: header, navigation, banner, and the page itself. */
export function Shell({ officeName }: { officeName: string }) {
  const { t } = useTranslation("shell");
  const viewer = useViewer();
  const language = useLanguage();
  const theme = useThemeChoice();
  const location = useLocation();
  const navigate = useNavigate();
  const navigation = useNavigation();
  const signOut = useSignOut();
  const { unread } = useWarnings();
  const [palette, setPalette] = useState(false);
  const [warnings, setWarnings] = useState(false);
  const [menu, setMenu] = useState(false);

  const noCases = seesNoCases(viewer);
  const totals = useQuery(ShellTotalsDocument, { skip: noCases, pollInterval: 120_000 });
  const absences = useQuery(AbsencesWaitingDocument, { skip: noCases });
  useDeskEvents((events) => {
    if (noCases) return;
    void totals.refetch();
    if (events.length === 0 || events.some((event) => event.recordId)) absences.refetch().catch(() => {});
  });
  const waitingAbsences = absences.data?.absencesWaiting.length ?? 0;
  const waiting = (totals.data?.queueTotals.inbox ?? 0) + (totals.data?.queueTotals.offers ?? 0) + waitingAbsences;

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setPalette((open) => !open);
      } else if (event.key === "n" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target)) {
        if (noCases || document.querySelector("[role=dialog]")) return;
        event.preventDefault();
        void navigate("/intake");
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate, noCases]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the drawer closes whenever the address changes
  useEffect(() => setMenu(false), [location.pathname]);

  const places = placesFor(viewer);
  const count = (key: string) => (key === "inbox" && waiting > 0 ? waiting : 0);
  const link = (key: string, label: boolean) => {
    const place = places.find((p) => p.key === key);
    if (!place) return null;
    return (
      <NavLink to={place.path}>
        {place.icon}
        <span className={label ? "xx-nav-label" : undefined}>{t(`nav.${place.key}`)}</span>
        {count(key) ? (
          <span className="xx-count">
            {count(key)}
            <span className="xx-visually-hidden">{t("waiting")}</span>
          </span>
        ) : null}
      </NavLink>
    );
  };
  const parts = groups
    .map((group) => ({ group, places: places.filter((p) => p.group === group) }))
    .filter((g) => g.places.length > 0);
  const list = (
    <>
      {parts.map(({ group, places: members }) => (
        <div key={group}>
          <div className="xx-nav-group">{t(`group.${group}`)}</div>
          <ul>
            {members.map((place) => (
              <li key={place.key}>{link(place.key, true)}</li>
            ))}
          </ul>
        </div>
      ))}
    </>
  );
  const languageChoice = (
    <Segmented
      size="small"
      value={language}
      onChange={(value) => chooseLanguage(value)}
      aria-label={t("language")}
      options={[
        { value: "zh-CN" as const, label: t("chinese") },
        { value: "en" as const, label: t("english") },
      ]}
    />
  );
  const themeChoice = (
    <Segmented<ThemeChoice>
      size="small"
      value={theme.choice}
      onChange={theme.choose}
      aria-label={t("theme.label")}
      options={[
        { value: "light", label: t("theme.light") },
        { value: "dark", label: t("theme.dark") },
        { value: "system", label: t("theme.system") },
      ]}
    />
  );
  const bell = (
    <Badge count={unread} size="small" offset={[-6, 6]} color="var(--xx-seal)">
      <Button
        type="text"
        icon={<BellOutlined aria-hidden />}
        aria-label={unread > 0 ? t("warnings.openUnread", { count: unread }) : t("warnings.open")}
        onClick={() => setWarnings(true)}
      />
    </Badge>
  );

  return (
    <div className="xx-shell">
      <a className="xx-skip" href="#main">
        {t("skip")}
      </a>
      <header className="xx-head">
        <Link to="/" className="xx-brand">
          <span className="xx-seal" aria-hidden="true">
            {t("seal")}
          </span>
          <span className="xx-brand-name">{officeName}</span>
          <span className="xx-brand-sub xx-only-wide">{t("product")}</span>
        </Link>
        <span className="xx-head-space" />
        <button
          type="button"
          className="xx-find xx-only-wide"
          onClick={() => setPalette(true)}
          aria-label={t("palette.open")}
        >
          <SearchOutlined aria-hidden />
          <span>{t("palette.open")}</span>
          <kbd aria-hidden="true">{t("palette.keys")}</kbd>
        </button>
        <OfficeClockText />
        <Button
          className="xx-only-small"
          type="text"
          icon={<SearchOutlined aria-hidden />}
          aria-label={t("palette.open")}
          onClick={() => setPalette(true)}
        />
        {bell}
        <Button
          className="xx-only-wide"
          type="text"
          icon={<GlobalOutlined aria-hidden />}
          onClick={() => chooseLanguage(language === "en" ? "zh-CN" : "en")}
          lang={language === "en" ? "zh-CN" : "en"}
        >
          {language === "en" ? t("chinese") : t("english")}
        </Button>
        <Dropdown
          trigger={["click"]}
          menu={{
            selectable: true,
            selectedKeys: [theme.choice],
            onClick: ({ key }) => theme.choose(key as ThemeChoice),
            items: (["light", "dark", "system"] as const).map((key) => ({ key, label: t(`theme.${key}`) })),
          }}
        >
          <Button
            className="xx-only-wide"
            type="text"
            icon={theme.mode === "dark" ? <MoonOutlined aria-hidden /> : <SunOutlined aria-hidden />}
            aria-label={t("theme.label")}
          />
        </Dropdown>
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              {
                key: "who",
                type: "group",
                label: `${viewer.staff.title} · ${viewer.roles.map((role) => t(`enums:Role.${role}`)).join(" / ")}`,
                children: [
                  {
                    key: "out",
                    icon: <LogoutOutlined aria-hidden />,
                    label: t("signOut"),
                    onClick: () => void signOut(),
                  },
                ],
              },
            ],
          }}
        >
          <Button
            className="xx-only-wide"
            type="text"
            icon={<UserOutlined aria-hidden />}
            aria-label={t("viewerMenu", { name: viewer.staff.name })}
          >
            {viewer.staff.name}
          </Button>
        </Dropdown>
      </header>
      <nav className="xx-nav" aria-label={t("navigation")}>
        {list}
      </nav>
      <main className="xx-main" id="main" tabIndex={-1}>
        <ConnectionBanner />
        <Suspense fallback={<Spin />}>
          <div aria-busy={navigation.state !== "idle"}>
            <Outlet />
          </div>
        </Suspense>
      </main>
      <nav className="xx-tabbar" aria-label={t("navigationShort")}>
        {noCases ? (
          <>
            {link("items", false)}
            {link("calendar", false)}
            {link("staff", false)}
          </>
        ) : (
          <>
            {link("queue", false)}
            {link("intake", false)}
            {link("inbox", false)}
          </>
        )}
        <button type="button" onClick={() => setMenu(true)} aria-haspopup="dialog" aria-expanded={menu}>
          <MenuOutlined aria-hidden />
          <span>{t("more")}</span>
        </button>
      </nav>
      <Drawer
        open={menu}
        onClose={() => setMenu(false)}
        placement="right"
        size={280}
        title={`${viewer.staff.name} · ${viewer.staff.title}`}
      >
        <nav className="xx-drawer-nav" aria-label={t("navigation")}>
          {list}
        </nav>
        <div className="xx-drawer-foot">
          {languageChoice}
          {themeChoice}
          <Button icon={<LogoutOutlined aria-hidden />} onClick={() => void signOut()} block>
            {t("signOut")}
          </Button>
        </div>
      </Drawer>
      <AbsenceNotices />
      <WarningsDrawer open={warnings} onClose={() => setWarnings(false)} />
      {palette ? <Palette onClose={() => setPalette(false)} /> : null}
    </div>
  );
}
