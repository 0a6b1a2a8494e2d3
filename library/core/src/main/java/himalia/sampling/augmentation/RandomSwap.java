package himalia.sampling.augmentation;

import java.util.Collections;
import java.util.random.RandomGenerator;

/**
 * Lets pairs of words change places.
 *
 * <pre>{@code
 * new RandomSwap(0.1).apply("the cat sat on the mat", new Random(1))
 * }</pre>
 *
 * <p>J. Wei, K. Zou (2019): EDA: Easy Data Augmentation Techniques for Boosting Performance on Text Classification Tasks. EMNLP.
 *
 * @param share how many swaps for each word, from 0 to 1; in a text of two words or more at least one
 */
public record RandomSwap(double share) implements Transform<String> {
    public RandomSwap {
        Ranges.share(share, "share");
    }

    @Override
    public String apply(String original, RandomGenerator random) {
        var words = Words.of(original);
        if (words.size() < 2 || share == 0) {
            return original;
        }
        for (var swaps = Math.max(1, (int) (share * words.size())); swaps > 0; swaps--) {
            var first = random.nextInt(words.size());
            var second = (first + 1 + random.nextInt(words.size() - 1)) % words.size();
            Collections.swap(words.words(), first, second);
        }
        return words.text();
    }
}
