import { type KeyboardEvent, type Ref, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Channel } from "@/graphql/gen/graphql";
import { channelsByKey } from "./state";

/** The channel, by a click, the arrows, or its number key while the group has the focus. */
export function ChannelChoice(props: {
  value: Channel;
  onChange: (channel: Channel) => void;
  /** Called after a number key, to go on to the next field. */
  onChosen: () => void;
  disabled: boolean;
  ref: Ref<HTMLFieldSetElement>;
}) {
  const { t } = useTranslation("intake");
  const name = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const channel = channelsByKey[Number(event.key) - 1];
    if (channel) {
      event.preventDefault();
      props.onChange(channel);
      props.onChosen();
    } else if (event.key === "Enter") {
      event.preventDefault();
      props.onChosen();
    }
  };
  return (
    <fieldset className="xx-choice" disabled={props.disabled} ref={props.ref} onKeyDown={onKeyDown}>
      <legend>{t("channel")}</legend>
      <div className="xx-choice-row">
        {channelsByKey.map((channel, index) => (
          <label key={channel} data-checked={props.value === channel}>
            <input
              type="radio"
              name={name}
              value={channel}
              checked={props.value === channel}
              onChange={() => props.onChange(channel)}
            />
            <kbd aria-hidden="true">{index + 1}</kbd>
            {t(`enums:Channel.${channel}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
