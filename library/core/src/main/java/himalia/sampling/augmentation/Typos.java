package himalia.sampling.augmentation;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Mistypes letters: a key beside the right one, two letters that change places, a letter left out, or one typed twice.
 *
 * <pre>{@code
 * new Typos(0.05).apply("the cat sat on the mat", new Random(1))
 * }</pre>
 *
 * @param share how often a letter is mistyped, from 0 to 1
 */
public record Typos(double share) implements Transform<String> {
    /** The rows of a keyboard; the key beside one is the next in its row, to the left or right. */
    private static final List<String> KEYS = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    private static final int KINDS = 4;

    public Typos {
        Ranges.share(share, "share");
    }

    @Override
    public String apply(String original, RandomGenerator random) {
        var text = new StringBuilder();
        for (var i = 0; i < original.length(); i++) {
            var letter = original.charAt(i);
            if (!Character.isLetter(letter) || random.nextDouble() >= share) {
                text.append(letter);
                continue;
            }
            switch (random.nextInt(KINDS)) {
                case 0 -> text.append(beside(letter, random));
                case 1 -> {
                    if (i + 1 < original.length() && Character.isLetter(original.charAt(i + 1))) {
                        text.append(original.charAt(++i));
                    }
                    text.append(letter);
                }
                case 2 -> text.append(letter).append(letter);
                default -> {
                    // Left out.
                }
            }
        }
        // An empty text is a missing one.
        return text.isEmpty() ? original : text.toString();
    }

    private static char beside(char letter, RandomGenerator random) {
        for (var row : KEYS) {
            var place = row.indexOf(Character.toLowerCase(letter));
            if (place >= 0) {
                var left = place > 0 && (place == row.length() - 1 || random.nextBoolean());
                var key = row.charAt(left ? place - 1 : place + 1);
                return Character.isUpperCase(letter) ? Character.toUpperCase(key) : key;
            }
        }
        return letter;
    }
}
