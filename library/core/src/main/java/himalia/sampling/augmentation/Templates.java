package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts made of a pattern and lists of what its braces may hold: for classes of which there are few examples, and for tests of
 * models.
 *
 * <pre>{@code
 * Templates.fill("a {size} {thing}", Map.of("size", List.of("small", "big"), "thing", List.of("cup", "hat")))
 * // a small cup, a small hat, a big cup, a big hat
 * }</pre>
 */
public final class Templates {
    private static final Pattern SLOT = Pattern.compile("\\{([^{}]+)}");
    private static final int MOST = 1_000_000;

    /** A word that holds braces is no pattern: a character of private use stands for them meanwhile. */
    private static final char OPEN = '\uE07B';

    private Templates() {}

    /**
     * Returns every text that the pattern and the words give, the last slot changing soonest. A slot that stands twice holds the
     * same word in both places.
     *
     * @throws IllegalArgumentException if a slot has no words, words have no slot, or there would be more than a million texts
     */
    public static List<String> fill(String pattern, Map<String, List<String>> words) {
        given(pattern, "pattern");
        given(words, "words");
        var slots = slots(pattern);
        check(slots, words);
        var texts = List.of(pattern);
        for (var slot : slots) {
            var filled = new ArrayList<String>();
            for (var text : texts) {
                for (var word : words.getOrDefault(slot, List.of())) {
                    filled.add(text.replace("{" + slot + "}", word.replace('{', OPEN)));
                }
            }
            texts = filled;
        }
        return texts.stream().map(text -> text.replace(OPEN, '{')).toList();
    }

    private static Set<String> slots(String pattern) {
        var slots = new LinkedHashSet<String>();
        SLOT.matcher(pattern).results().forEach(slot -> slots.add(slot.group(1)));
        return slots;
    }

    private static void check(Set<String> slots, Map<String, List<String>> words) {
        long texts = 1;
        for (var slot : slots) {
            var fits = words.getOrDefault(slot, List.of());
            if (fits.isEmpty()) {
                var filled = new LinkedHashSet<>(words.keySet());
                filled.remove(slot);
                throw new IllegalArgumentException(
                        "there are no words for {%s}%s"
                                .formatted(
                                        slot,
                                        filled.isEmpty()
                                                ? "; give some"
                                                : "; there are some for " + filled));
            }
            texts *= fits.size();
            if (texts > MOST) {
                throw new IllegalArgumentException(
                        "the pattern gives more than %,d texts; give fewer words for its %d slots"
                                .formatted(MOST, slots.size()));
            }
        }
        for (var name : words.keySet()) {
            if (!slots.contains(name)) {
                throw new IllegalArgumentException(
                        "the pattern has no {%s}; it has %s".formatted(name, slots));
            }
        }
    }
}
