package himalia.storage;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.features.CountVectorizer;
import himalia.features.HashingEncoder;
import himalia.features.HashingVectorizer;
import himalia.features.KBinsDiscretizer;
import himalia.features.KnnImputer;
import himalia.features.Lags;
import himalia.features.RollingWindow;
import himalia.features.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Where numbers are written with other digits, what DuckDB reads has its own. */
class OtherDigitsTest {
    private final Locale before = Locale.getDefault();

    @BeforeEach
    void persian() {
        Locale.setDefault(Locale.forLanguageTag("fa-IR"));
        assertThat("%d".formatted(1)).isEqualTo("۱");
    }

    @AfterEach
    void asBefore() {
        Locale.setDefault(before);
    }

    private static Table rows() {
        var a = DoubleColumn.create("a", 1, Double.NaN, 3, 4, 6, 7, 9, 10);
        var b = DoubleColumn.create("b", 2, 1, 4, 3, 6, 5, 8, 7);
        var day = IntColumn.indexColumn("day", 8, 1);
        var note = StringColumn.create("note", "a call", "late", "call", "", "b", "late", "a", "b");
        return Table.create("homes", a, b, day, note);
    }

    static Stream<Step> steps() {
        return Stream.of(
                new KnnImputer(2),
                new HashingEncoder(3, List.of("note")),
                new HashingVectorizer("note", 3),
                new CountVectorizer("note").ngrams(1, 2),
                new KBinsDiscretizer(
                        3,
                        KBinsDiscretizer.Strategy.UNIFORM,
                        KBinsDiscretizer.Encode.ORDINAL,
                        List.of("b")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void queriesOfStepsRun(Step step) throws Exception {
        WrittenSteps.assertSame(step.fit(rows()), rows());
    }

    @Test
    void queriesOfWindowsRun() {
        var lags = new Lags("b", List.of(1, 2), "day", List.of());
        var window = new RollingWindow("b", 3, RollingWindow.Of.MEAN, "day", List.of());
        assertThat(window.apply(rows()).columnNames()).endsWith("b_mean_3");
        for (var asked :
                List.of(
                        WrittenSteps.ask(rows(), lags.sql("homes")),
                        WrittenSteps.ask(rows(), window.sql("homes")))) {
            assertThat(asked.rowCount()).isEqualTo(8);
        }
        var asked = WrittenSteps.ask(rows(), window.sql("homes")).sortOn("day");
        WrittenSteps.assertEqual(asked, window.apply(rows()), "rolling window");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b\n1;2.5\n30;-4\n", "sep=;\na;b\n1;2.5\n30;-4\n"})
    void filesAreRead(String text, @TempDir Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("t.csv"), text);
        var read = Storage.read(file.toString());
        assertThat(read.intColumn("a").asList()).containsExactly(1, 30);
        assertThat(read.doubleColumn("b").asList()).containsExactly(2.5, -4.0);
    }
}
