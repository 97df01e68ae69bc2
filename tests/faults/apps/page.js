/** What the page of each framework says. */
export const title = "A letter for the harbour master";

const line =
	"The harbour master read the letter twice, folded it along the old crease and put it in the tin with the others, because there was nothing in it that the tide would not decide by itself before the week was out. ";
export const words = [1, 2, 3, 4, 5, 6].map((number) => `${number}. ${line}${line}`);

export const comments = ["Wilma", "Jonas", "Ada"].map((name) => ({
	name,
	text: `Well said, I could not agree more, and I have told the ferry so. ${name}`,
}));
