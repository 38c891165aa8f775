import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { CheckField } from "../check-field.tsx";
import { describeAnswer } from "../describe-answer.ts";
import { Form } from "../form.tsx";
import { useOwner } from "../owner-context.ts";
import { Problem, Said } from "../problem.tsx";
import { TextField } from "../text-field.tsx";
import { profileOf, type StyleChoice } from "./style-of.ts";

/** Saves a style as a profile. */
export function SaveStyle({ itemId, choice }: { itemId: string; choice: StyleChoice }) {
  const wording = useWording();
  const { t } = wording;
  const { call } = useOwner();
  const [name, setName] = useState("");
  const [isDefault, setDefault] = useState(false);
  const [problem, setProblem] = useState("");
  const [said, setSaid] = useState("");
  const save = async () => {
    setSaid("");
    const profile = { item_id: itemId, name: name.trim(), is_default: isDefault, ...profileOf(choice) };
    const answer = await call("visualization.profile.create", profile);
    setProblem(answer.ok ? "" : describeAnswer(answer, wording));
    if (answer.ok) setSaid(t("style.saved", { name: name.trim() }));
  };
  return (
    <Form onSubmit={save}>
      <TextField id="style-name" label={t("style.name")} value={name} onInput={setName} />
      <CheckField label={t("style.default")} isChecked={isDefault} onCheck={setDefault} />
      <Problem text={problem} />
      <Said text={said} />
      <button class="primary" type="submit">
        {t("link.save")}
      </button>
    </Form>
  );
}
