package himalia.sampling.augmentation;

import java.util.BitSet;
import java.util.random.RandomGenerator;

/**
 * Leaves words out; where all would go, one of them stays.
 *
 * <pre>{@code
 * new RandomDeletion(0.2).apply("the cat sat on the mat", new Random(1))
 * }</pre>
 *
 * <p>J. Wei, K. Zou (2019): EDA: Easy Data Augmentation Techniques for Boosting Performance on Text Classification Tasks. EMNLP.
 *
 * @param share how often a word is left out, from 0 to 1
 */
public record RandomDeletion(double share) implements Transform<String> {
    public RandomDeletion {
        Ranges.share(share, "share");
    }

    @Override
    public String apply(String original, RandomGenerator random) {
        var words = Words.of(original);
        if (words.size() == 0) {
            return original;
        }
        var gone = new BitSet();
        for (var i = 0; i < words.size(); i++) {
            gone.set(i, random.nextDouble() < share);
        }
        if (gone.cardinality() == words.size()) {
            gone.clear(random.nextInt(words.size()));
        }
        for (var i = gone.length() - 1; i >= 0; i = gone.previousSetBit(i - 1)) {
            words.remove(i);
        }
        return words.text();
    }
}
