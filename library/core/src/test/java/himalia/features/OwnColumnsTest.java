package himalia.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What becomes of a table that a step gives, as rows that are appended to it, becomes of no other, as in pandas. */
class OwnColumnsTest {
    private static Table rows() {
        var city = StringColumn.create("city");
        var note = StringColumn.create("note");
        var day = DateColumn.create("day");
        var a = DoubleColumn.create("a");
        var b = DoubleColumn.create("b");
        var c = DoubleColumn.create("c");
        var y = IntColumn.create("y");
        for (int row = 0; row < 40; row++) {
            city.append(List.of("Oslo", "Rome", "Bonn").get(row % 3));
            note.append(List.of("call late", "late again", "no call").get(row % 3));
            day.append(LocalDate.of(2024, 1, 1).plusDays(row * 5));
            a.append(Math.sin(row));
            b.append(row * 0.25 + row % 2);
            c.append(1 + row % 5);
            y.append(row % 7 % 2);
        }
        return Table.create("homes", city, note, day, a, b, c, y);
    }

    static Stream<Step> steps() {
        var two = List.of("a", "b");
        return Stream.of(
                new SimpleImputer(),
                new KnnImputer(3),
                new IterativeImputer(),
                new StandardScaler(List.of("b")),
                new MinMaxScaler(List.of("b")),
                new Normalizer(Normalizer.Norm.L2, two),
                new OneHotEncoder("city"),
                new HashingEncoder(4, List.of("city")),
                new FeatureCrosses("city", "note"),
                new MissingIndicator("a"),
                new PolynomialFeatures(2, false, false, two),
                new Pca(2, two),
                new DateParts(),
                new TfidfVectorizer("note"),
                new HashingVectorizer("note", 4),
                new TargetEncoder("city"),
                new SelectKBest(FeatureScores.By.F_CLASSIF, 2),
                FeatureUnion.of(new StandardScaler(List.of("a")), new Pca(1, two)),
                FeatureUnion.of(new TargetEncoder("city"), new CountEncoder(true, List.of("city"))),
                ColumnTransformer.of(List.of("a"), new StandardScaler())
                        .and(List.of("city"), new TargetEncoder("city")));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void rowsThatAreAppendedStandInOneTable(Step step) {
        var train = rows();
        var test = rows().first(10);
        var fitted = step.fit(train, "y");
        assertOwn(fitted.apply(train), fitted.apply(test), train);
        assertSameRows(test, rows().first(10));
        if (step instanceof LabelledStep labelled) {
            assertOwn(labelled.fitApply(train, "y").rows(), fitted.apply(test), train);
        }
    }

    private static void assertOwn(Table done, Table more, Table train) {
        assertThat(done.append(more).rowCount()).isEqualTo(50);
        assertSameRows(train, rows());
        for (var column : done.columns()) {
            column.setMissing(0);
            column.setName(column.name() + " of mine");
        }
        assertSameRows(train, rows());
    }

    private static void assertSameRows(Table table, Table expected) {
        assertThat(table.columnNames()).isEqualTo(expected.columnNames());
        for (var column : expected.columns()) {
            assertThat(table.column(column.name()).asList()).isEqualTo(column.asList());
        }
    }

    @Test
    void lagsAndWindowsGiveTablesOfTheirOwn() {
        var train = rows();
        for (var done :
                List.of(
                        new Lags("a", List.of(1), "day", List.of()).apply(train),
                        new RollingWindow("a", 3, RollingWindow.Of.MEAN, "day", List.of())
                                .apply(train))) {
            assertOwn(done, done.copy().first(10), train);
        }
    }
}
