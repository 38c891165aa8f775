import { useState } from "preact/hooks";
import { useWording } from "../../languages/translate.ts";
import { CheckField } from "../check-field.tsx";
import { Form } from "../form.tsx";
import { TextField } from "../text-field.tsx";
import { TimeField } from "../time-field.tsx";
import { NO_FILTER, type ItemFilter } from "./item-search.ts";

interface ItemFiltersProps {
  readonly filter: ItemFilter;
  readonly hasOtherProjects: boolean;
  readonly onFilter: (filter: ItemFilter) => void;
}

/** Narrows the list of images by name and time; the area comes from the map. */
export function ItemFilters({ filter, hasOtherProjects, onFilter }: ItemFiltersProps) {
  const { t } = useWording();
  const [typed, setTyped] = useState<ItemFilter>(NO_FILTER);
  const type = (changed: Partial<ItemFilter>) => setTyped({ ...typed, ...changed });
  const clear = () => {
    setTyped(NO_FILTER);
    onFilter(NO_FILTER);
  };
  return (
    <Form
      kind="inline-form"
      label={t("items.find")}
      onSubmit={() => Promise.resolve(onFilter({ ...typed, area: filter.area }))}
    >
      <TextField
        id="items-name"
        label={t("items.nameHas")}
        value={typed.name}
        onInput={(name) => type({ name })}
      />
      <TimeField
        id="items-from"
        kind="date"
        label={t("items.from")}
        value={typed.from}
        onInput={(from) => type({ from })}
      />
      <TimeField
        id="items-to"
        kind="date"
        label={t("items.to")}
        value={typed.to}
        onInput={(to) => type({ to })}
      />
      {hasOtherProjects ? (
        <CheckField
          label={t("items.allProjects")}
          isChecked={typed.isInAllProjects}
          onCheck={(isInAllProjects) => type({ isInAllProjects })}
        />
      ) : null}
      <button type="submit" class="quiet">
        {t("items.find")}
      </button>
      {filter === NO_FILTER ? null : (
        <button type="button" class="quiet" onClick={clear}>
          {t("items.findAll")}
        </button>
      )}
    </Form>
  );
}
