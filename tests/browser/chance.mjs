/** Chance that falls the same way for the same seed. */

/** Whole numbers below a limit, the same for each seed: Lehmer's generator with Park and Miller's factor. @param {number} seed */
export function drawFrom(seed) {
	let state = seed;
	return (/** @type {number} */ below) => {
		state = (state * 48_271) % 2_147_483_647;
		return below > 0 ? state % below : 0;
	};
}
