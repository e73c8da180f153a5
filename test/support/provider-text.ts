/** The provider text as every state file holds it, for ever. Written out here so that no change of it goes unnoticed. */
export const PROVIDER_TEXT = 'exports.handler=()=>require("pulumi-dcs-backup/provider").backup';
