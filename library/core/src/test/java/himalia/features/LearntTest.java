package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.display.bundle.Display;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What a fitted step shows is what it has learnt, not of what kind its columns are. */
class LearntTest {
    private static final Table HOMES =
            Table.create(
                    "homes",
                    DoubleColumn.create(
                            "size", IntStream.range(0, 60).mapToDouble(i -> i * 7 % 60)),
                    StringColumn.create(
                            "city",
                            IntStream.range(0, 60)
                                    .mapToObj(
                                            i ->
                                                    List.of(
                                                                    "Aix", "Oslo", "Rome", "Sion",
                                                                    "Ulm", "")
                                                            .get(i % 6))));

    private static String shown(Step step) {
        return Display.renderers().render(step.fit(HOMES)).text();
    }

    @Test
    void stepsWithoutNumbersPerColumnSayWhatTheyDo() {
        assertThat(shown(new KnnImputer(3))).contains("filled from the 3 nearest of 60 rows");
        assertThat(shown(new Normalizer())).contains("divided by the L2 length of its row");
        assertThat(shown(new HashingEncoder(4, "city")))
                .contains("hashed into 4 columns: hash_0, hash_1, hash_2, hash_3");
    }

    /** Whatever it stands in, a step says of each column what it has learnt. */
    @Test
    void stepsWithinStepsSayWhatTheyHaveLearnt() {
        var both = FeatureUnion.of(new MinMaxScaler("size"), new StandardScaler("size"));
        var alone = "size  MinMaxScaler: less 0, over 59";

        assertThat(shown(both))
                .startsWith("FeatureUnion, fitted on size\n")
                .contains(alone, "size  StandardScaler: mean 29.5, deviation 17.3");
        var within =
                ColumnTransformer.of(List.of("size"), ColumnTransformer.of(List.of("size"), both));
        assertThat(shown(within)).contains(alone, "size  StandardScaler: mean 29.5");
        assertThat(shown(FeatureUnion.of(within, new OrdinalEncoder("city"))))
                .contains(alone, "city  OrdinalEncoder: 6 levels");
    }

    /** Six levels are five texts and the missing one. */
    @Test
    void theMissingLevelIsOneOfThoseThatAreLeft() {
        assertThat(shown(new OrdinalEncoder("city")))
                .contains("6 levels: Aix 0, Oslo 1, Rome 2, Sion 3 and 2 more");
        assertThat(shown(new CountEncoder("city"))).contains("6 levels: Aix 10").contains("2 more");
    }
}
