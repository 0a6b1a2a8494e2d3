package himalia.storage;

import static himalia.storage.WrittenSteps.ask;
import static himalia.storage.WrittenSteps.assertEqual;
import static himalia.storage.WrittenSteps.assertSameByOnnx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.ColumnTransformer;
import himalia.features.CountVectorizer;
import himalia.features.CyclicEncoder;
import himalia.features.DateParts;
import himalia.features.FeatureCrosses;
import himalia.features.FeatureUnion;
import himalia.features.HashingEncoder;
import himalia.features.HashingVectorizer;
import himalia.features.KBinsDiscretizer;
import himalia.features.Lags;
import himalia.features.MissingIndicator;
import himalia.features.OneHotEncoder;
import himalia.features.Pca;
import himalia.features.PolynomialFeatures;
import himalia.features.RollingWindow;
import himalia.features.SplineTransformer;
import himalia.features.StandardScaler;
import himalia.features.Step;
import himalia.features.TargetEncoder;
import himalia.features.TfidfVectorizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A table that has a column which is called as one that a step makes: Java and SQL refuse it in the same words. */
class TakenNamesTest {
    private static final String MESSAGE =
            "makes a column '%s', and the table has one of that name already; leave that out, or rename it before";

    private static final Table ROWS = rows(60);

    private static Table rows(int count) {
        var city = StringColumn.create("city");
        var note = StringColumn.create("note");
        var day = DateColumn.create("day");
        var a = DoubleColumn.create("a");
        var b = DoubleColumn.create("b");
        var k = IntColumn.create("k");
        var sold = IntColumn.create("sold");
        for (int row = 0; row < count; row++) {
            city.append(List.of("Oslo", "Rome", "Bonn").get(row % 3));
            note.append(List.of("call late", "late again", "no call", "").get(row % 4));
            day.append(LocalDate.of(2024, 1, 1).plusDays(row * 5));
            a.append(Math.sin(row));
            b.append(row * 0.25);
            k.append(row % 5);
            sold.append(row % 7 % 2);
        }
        return Table.create("homes", city, note, day, a, b, k, sold);
    }

    static Stream<Step> steps() {
        return Stream.of(
                new OneHotEncoder("city"),
                new OneHotEncoder(OneHotEncoder.Unknown.IGNORE, List.of("city", "k")),
                new MissingIndicator("a", "city"),
                new PolynomialFeatures(2, false, false, List.of("a", "b")),
                new CyclicEncoder(24, "b"),
                new SplineTransformer(List.of("a")),
                new KBinsDiscretizer(
                        3,
                        KBinsDiscretizer.Strategy.UNIFORM,
                        KBinsDiscretizer.Encode.ONEHOT,
                        List.of("a")),
                new DateParts(),
                new Pca(2, List.of("a", "b")),
                new HashingEncoder(4, List.of("city")),
                new TargetEncoder("city"),
                new FeatureCrosses("city", "k"),
                new CountVectorizer("note"),
                new TfidfVectorizer("note"),
                new HashingVectorizer("note", 4),
                FeatureUnion.of(new StandardScaler(List.of("a")), new Pca(2, List.of("a", "b"))),
                FeatureUnion.of(new Pca(1, List.of("a", "b")), new Pca(2, List.of("a", "b"))),
                ColumnTransformer.of(List.of("city"), new OneHotEncoder("city")),
                new StandardScaler(List.of("a")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aColumnThatIsCalledAsOneThatAStepMakesIsRefused(Step step) throws Exception {
        var fitted = step.fit(ROWS, "sold");
        var done = fitted.apply(ROWS);
        assertEqual(ask(ROWS, fitted.sql("homes")), done, fitted.sql("homes"));
        var other = ROWS.copy().addColumns(number("other"));
        assertEqual(ask(other, fitted.sql("homes")), fitted.apply(other), fitted.sql("homes"));
        assertSameByOnnx(fitted, ROWS, done);
        for (var made : done.columnNames()) {
            if (ROWS.containsColumn(made)) {
                continue;
            }
            for (var name : List.of(made, made.toUpperCase(Locale.ROOT))) {
                var taken = ROWS.copy().addColumns(number(name));
                var inJava = refusal(() -> fitted.apply(taken));
                // Of steps within steps, the one that makes it may say so.
                assertThat(inJava).matches("\\w+ " + Pattern.quote(MESSAGE.formatted(name)));
                assertThatThrownBy(() -> ask(taken, fitted.sql("homes")))
                        .hasMessageContaining(MESSAGE.formatted(name));
            }
        }
    }

    private static String refusal(Runnable work) {
        try {
            work.run();
            return "nothing was refused";
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private static DoubleColumn number(String name) {
        return DoubleColumn.create(name, IntStream.range(0, ROWS.rowCount()).mapToDouble(i -> 7));
    }

    /** Where the name was taken as the step was fitted, its own column has another one. */
    @Test
    void aTransformerThatCallsItsColumnOtherwiseRefusesThatNameToo() {
        var rows = ROWS.copy().addColumns(number("city_Oslo"));
        var step = ColumnTransformer.of(List.of("city"), new OneHotEncoder("city"));
        var fitted = step.fit(rows, "sold");
        var done = fitted.apply(rows);
        assertThat(done.columnNames()).contains("city_Oslo", "city_Oslo_2");
        assertEqual(ask(rows, fitted.sql("homes")), done, fitted.sql("homes"));
        var taken = rows.copy().addColumns(number("city_Oslo_2"));
        assertThat(refusal(() -> fitted.apply(taken))).endsWith(MESSAGE.formatted("city_Oslo_2"));
        assertThatThrownBy(() -> ask(taken, fitted.sql("homes")))
                .hasMessageContaining(MESSAGE.formatted("city_Oslo_2"));
    }

    /** A column that goes leaves its name to others. */
    @Test
    void theNameOfAColumnThatGoesIsFree() throws Exception {
        var a = StringColumn.create("a", "b", "c", "b", "c");
        var rows = Table.create("homes", a, StringColumn.create("a_b", "x", "y", "y", "x"));
        var fitted = new OneHotEncoder("a", "a_b").fit(rows);
        assertThat(fitted.apply(rows).columnNames())
                .containsExactly("a_b", "a_c", "a_b_x", "a_b_y");
        WrittenSteps.assertSame(fitted, rows);
    }

    @Test
    void aQueryOfLagsIsRefusedWhereJavaWouldGiveAnotherName() {
        var lags = new Lags("a", List.of(1), "day", List.of());
        var window = new RollingWindow("a", 3, RollingWindow.Of.MEAN, "day", List.of());
        for (var name : List.of("a_lag_1", window.apply(ROWS).columnNames().get(7))) {
            var taken = ROWS.copy().addColumns(number(name));
            var query = name.equals("a_lag_1") ? lags.sql("homes") : window.sql("homes");
            assertThat(ask(ROWS, query).columnNames()).endsWith(name);
            assertThatThrownBy(() -> ask(taken, query))
                    .hasMessageContaining("makes a column '" + name + "'");
        }
    }
}
