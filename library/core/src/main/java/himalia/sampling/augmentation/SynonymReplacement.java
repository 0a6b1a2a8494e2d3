package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Puts words of the same meaning in the place of words, those that a list of yours names.
 *
 * <pre>{@code
 * new SynonymReplacement(Map.of("good", List.of("fine", "great")), 0.5).apply("A good film", new Random(1))
 * }</pre>
 *
 * <p>J. Wei, K. Zou (2019): EDA: Easy Data Augmentation Techniques for Boosting Performance on Text Classification Tasks. EMNLP.
 *
 * @param synonyms by word; small and capital letters are alike
 * @param share how often a word that has synonyms is replaced, from 0 to 1
 */
public record SynonymReplacement(Map<String, List<String>> synonyms, double share)
        implements Transform<String> {
    public SynonymReplacement {
        var copy = new HashMap<String, List<String>>();
        // "Good" and "good" are joined in the order of the words: a map has none, and the draws
        // have.
        new TreeMap<>(given(synonyms, "synonyms"))
                .forEach((word, others) -> add(copy, word, others));
        synonyms = Map.copyOf(copy);
        Ranges.share(share, "share");
    }

    private static void add(Map<String, List<String>> to, String word, List<String> others) {
        if (!Words.of(word).words().equals(List.of(word))) {
            throw new IllegalArgumentException(
                    "'%s' is not one word, and synonyms are looked up word by word"
                            .formatted(word));
        }
        if (others.isEmpty()) {
            throw new IllegalArgumentException(
                    "'%s' has no synonyms; give some, or leave it out".formatted(word));
        }
        to.merge(
                word.toLowerCase(Locale.ROOT),
                List.copyOf(others),
                (some, more) -> Stream.concat(some.stream(), more.stream()).distinct().toList());
    }

    @Override
    public String apply(String original, RandomGenerator random) {
        var words = Words.of(original);
        for (var i = 0; i < words.size(); i++) {
            var word = words.words().get(i);
            var others = synonyms.getOrDefault(word.toLowerCase(Locale.ROOT), List.of());
            if (!others.isEmpty() && random.nextDouble() < share) {
                words.words().set(i, asWritten(word, others.get(random.nextInt(others.size()))));
            }
        }
        return words.text();
    }

    /** A word that begins with a capital stays one that does. */
    private static String asWritten(String word, String other) {
        return Character.isUpperCase(word.charAt(0)) && !other.isEmpty()
                ? other.substring(0, 1).toUpperCase(Locale.ROOT) + other.substring(1)
                : other;
    }
}
