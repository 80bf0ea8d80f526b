import { buildAddressForm } from "./address-form/build";
import { runFormFrame } from "./kit/form-frame";

/** The document inside an Address Element. */
runFormFrame(buildAddressForm);
