import type { Texts } from "./translate.ts";

/** Every text of the pages in German. */
export const de: Texts = {
  "language.choose": "Sprache",

  "gate.title": "Mit Ihnen wurde eine Karte geteilt",
  "gate.titleFrom": "{{organization}} hat eine Karte mit Ihnen geteilt",
  "gate.lead": "Geben Sie das Passwort ein, das Sie mit diesem Link erhalten haben.",
  "gate.until": "Der Link ist bis zum {{date}} gültig.",
  "gate.official":
    "Dies ist die offizielle Seite von {{host}}. Sie fragt nach nichts als dem Passwort dieses Links.",
  "gate.password": "Passwort",
  "gate.show": "Zeigen",
  "gate.hide": "Verbergen",
  "gate.open": "Karte öffnen",
  "gate.wait": "{{time}} warten",
  "gate.empty": "Geben Sie zuerst das Passwort ein.",
  "gate.incomplete": "Dieser Link ist unvollständig",
  "gate.incompleteText":
    "Mailprogramme kürzen lange Links manchmal. Kopieren Sie den ganzen Link aus der Nachricht, oder bitten Sie den Absender noch einmal darum.",
  "time.seconds_one": "{{count}} Sekunde",
  "time.seconds_other": "{{count}} Sekunden",
  "time.minutes_one": "{{count}} Minute",
  "time.minutes_other": "{{count}} Minuten",

  "problem.attempts": "Zu viele Versuche.",
  "problem.busy": "Der Dienst ist gerade ausgelastet.",
  "problem.tryAgainIn": "{{reason}} Neuer Versuch in {{time}}.",
  "problem.unreachable":
    "Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.",
  "problem.server":
    "Auf dem Server ist etwas schiefgegangen ({{status}}). Versuchen Sie es gleich noch einmal.",
  "problem.password": "Dieses Passwort öffnet den Link nicht. Prüfen Sie beide auf Tippfehler.",
  "problem.passwordChanged":
    "Das Passwort dieses Links wurde geändert. Geben Sie das neue ein, oder fragen Sie den Absender danach.",
  "problem.addressesEnded":
    "Diese Karte war so lange offen, wie der Eigentümer es am Stück erlaubt. Geben Sie das Passwort noch einmal ein: Es geht weiter, wo Sie waren.",
  "problem.webgl":
    "Die Karte konnte nicht gezeichnet werden. Sie braucht einen Browser mit eingeschaltetem WebGL.",
  "problem.origin": "Der Eigentümer erlaubt nicht, diesen Link von dieser Website aus zu öffnen.",
  "ended.title": "Dieser Link ist nicht mehr gültig",
  "ended.limitTitle": "Dieser Link hat seine Grenze erreicht",
  "ended.ask": "{{reason}} Bitten Sie den Absender um einen neuen.",
  "ended.revoked": "Der Eigentümer hat ihn zurückgezogen.",
  "ended.expired": "Er ist abgelaufen.",
  "ended.target_deleted": "Was er zeigte, wurde gelöscht.",
  "ended.unknown": "Er wurde zurückgezogen oder ist abgelaufen.",
  "ended.max_views":
    "Er wurde so oft geöffnet, wie der Eigentümer erlaubt. Der Eigentümer kann die Grenze erhöhen.",
  "ended.max_tiles":
    "Er hat so viele Kartenteile gezeigt, wie der Eigentümer erlaubt. Der Eigentümer kann die Grenze erhöhen.",
  "ended.spend_limit":
    "Er hat so viel gekostet, wie der Eigentümer erlaubt. Der Eigentümer kann die Grenze erhöhen.",

  "map.title": "Geteilte Karte",
  "map.pageTitle": "{{name}} – geteilte Karte",
  "map.of": "Karte von {{name}}",
  "map.showAll": "Alles zeigen",
  "map.zoom": "Zoom {{zoom}}",
  "map.waiting": "Teile der Karte sind noch nicht fertig. Neuer Versuch läuft…",
  "map.offline": "Der Server ist nicht erreichbar. Neuer Versuch läuft…",
  "map.damaged":
    "Teile der Karte lassen sich nicht zeichnen: Eine Datei ist beschädigt. Der Eigentümer weiß mehr.",
  "map.preparing": "Diese Karte wird vorbereitet: {{percent}} %. Sie erscheint hier von selbst.",
  "map.nothing": "Hier gibt es nichts zu zeigen: Kein Pixel der Datei enthält Daten.",

  "panel.from": "Geteilt von",
  "panel.until": "Gültig bis",
  "panel.kind": "Art",
  "panel.item": "Bild",
  "panel.collection": "Sammlung von Bildern",
  "panel.taken": "Aufgenommen",
  "panel.resolution": "Auflösung",
  "panel.access": "Zugriff",
  "panel.pictures": "Nur Bilder",
  "panel.values": "Bilder und Werte",
  "panel.files": "Bilder, Werte und Dateien",
  "panel.notShown": "Nicht gezeigt",
  "panel.omitted_one": "{{count}} Bild nach den ersten 1.000",
  "panel.omitted_other": "{{count}} Bilder nach den ersten 1.000",
  "panel.show": "Darstellung",
  "panel.default": "Standard",
  "panel.legend": "Legende",
  "panel.legendVaries": "Andere Bilder der Sammlung haben andere Farben.",
  "panel.opacity": "Deckkraft",
  "panel.valuesHint": "Ein Klick auf die Karte zeigt die Werte dort.",
  "panel.images": "Bilder",
  "panel.zoomTo": "Zu {{name}} zoomen",
  "panel.more": "Mehr zeigen",
  "panel.download": "Herunterladen",
  "panel.downloadFile": "{{name}} herunterladen",
  "panel.goTo": "Gehe zu",
  "panel.goToHint": "Breite, Länge",
  "panel.goToBad": "Schreiben Sie einen Ort als Breite, Länge: 48.14, 11.58",
  "panel.software": "In anderer Kartensoftware verwenden",
  "panel.softwareText":
    "Diese Adressen funktionieren ohne Passwort bis zum {{date}}. Öffnen Sie danach diese Seite für neue.",
  "panel.softwareAsLong":
    "Diese Adressen funktionieren ohne Passwort so lange wie der Link: bis zum {{date}}, oder länger, wenn der Eigentümer ihn verlängert.",
  "panel.xyz": "XYZ-Kacheln",
  "panel.qgis": "Verbindungsdatei für QGIS",
  "panel.snippet": "Beispiel für {{library}}",
  "panel.noData": "Hier sind keine Daten.",
  "panel.noValue": "keine Daten",
  "action.copy": "Kopieren",
  "action.copied": "Kopiert",
};
