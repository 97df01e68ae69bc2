/** What the browser has to grant for marking pages while they come in: only Firefox's manifest asks for such. */

export const permissions = /** @type {chrome.runtime.ManifestPermission[]} */ (
	chrome.runtime.getManifest().optional_permissions ?? []
);

/** Whether pages may be marked while they come in. */
export const isGranted = async () => permissions.length > 0 && chrome.permissions.contains({ permissions });
