package himalia.sampling.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Copies that would be their rows again, and words that would never be found. */
class EqualCopiesTest {
    private final Table table =
            Table.create(
                    StringColumn.create("city", "Oslo", "Bonn", "Rome"),
                    DoubleColumn.create("x", 1, 1, 1),
                    IntColumn.create("y", 0, 1, 0));

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void textsOfOneWordHaveNothingToSwap() {
        refuses(
                () -> new AugmentText("city", new RandomSwap(0.1), 2, 42).resample(table, "y"),
                "every copy that AugmentText made is its row again: the texts of column 'city' may have"
                        + " too few words; take a stronger or another change, or RandomOverSampler for"
                        + " copies as they are");
        var typos = new AugmentText("city", new Typos(1), 2, 42).resample(table, "y");
        assertThat(typos.rowCount()).isEqualTo(9);
    }

    @Test
    void numbersThatAreAllEqualHaveNoNoise() {
        refuses(
                () -> new AddNoise(0.1, 1, 42).resample(table, "y"),
                "every copy that AddNoise made is its row again: the numbers may all be equal, or the"
                        + " change nothing; take a stronger or another change, or RandomOverSampler for"
                        + " copies as they are");
    }

    /** A gene, or what base64 makes of a picture. */
    @Test
    void aWordMayBeLong() {
        var gene = "ACGT".repeat(50_000);
        var texts =
                Table.create(
                        StringColumn.create(
                                "t", gene + " is one", "and 1.5 two", "three x'y_z more"));

        assertThat(Words.of(gene + " is one").words()).containsExactly(gene, "is", "one");
        assertThat(Words.of("1.25 10:30 joe@example.org. x'y-z").words())
                .containsExactly("1.25", "10:30", "joe@example.org", "x'y-z");
        assertThat(texts.addColumns(IntColumn.create("y", 0, 1, 0)).rowCount()).isEqualTo(3);
        assertThat(new AugmentText("t", new RandomSwap(1), 1, 42).resample(texts, "y").rowCount())
                .isEqualTo(6);
    }

    @Test
    void moreCopiesThanATableHoldsAreRefused() {
        assertThatThrownBy(() -> new AddNoise(0.1, Integer.MAX_VALUE, 42).resample(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2147483647 copies of each of 3 rows");
    }

    @Test
    void synonymsAreFoundByWordsOfAnyCase() {
        var synonyms =
                new SynonymReplacement(
                        Map.of(
                                "Good",
                                List.of("fine"),
                                "good",
                                List.of("fine"),
                                "FILM",
                                List.of("movie")),
                        1.0);

        assertThat(synonyms.apply("A good Film", new Random(1))).isEqualTo("A fine Movie");
        refuses(
                () -> new SynonymReplacement(Map.of("very good", List.of("fine")), 1),
                "'very good' is not one word, and synonyms are looked up word by word");
    }
}
