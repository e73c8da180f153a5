/** The provider texts as every state file holds them, for ever. Written out here so that no change of them goes unnoticed. */
export const PROVIDER_TEXT = 'exports.handler=()=>require("pulumi-dcs-backup/provider").backup';
export const ROTATION_TEXT = 'exports.handler=()=>require("pulumi-dcs-backup/provider").rotation';
export const RESTORE_TEXT = 'exports.handler=()=>require("pulumi-dcs-backup/provider").restore';
